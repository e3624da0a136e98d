import { z } from 'zod';

/** The six frames of the link. JSON only; every frame is checked on arrival. */

const Id = z.number().int().nonnegative();

export const FailureFrameBody = z.strictObject({
  code: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const Frame = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('call'), id: Id, method: z.string().max(100), input: z.unknown() }),
  z.strictObject({ t: z.literal('cancel'), id: Id }),
  z.strictObject({ t: z.literal('progress'), id: Id, value: z.unknown() }),
  z.strictObject({ t: z.literal('done'), id: Id, output: z.unknown() }),
  z.strictObject({ t: z.literal('failed'), id: Id, failure: FailureFrameBody }),
  z.strictObject({ t: z.literal('event'), name: z.string().max(100), payload: z.unknown() }),
]);
export type Frame = z.infer<typeof Frame>;

/** Stops listening. */
export type Off = () => void;

/** One end of a two-way line of frames. A port delivers frames in order and nothing after `onClose`. */
export interface Port {
  send(frame: Frame): void;
  /** Frames as they arrive, not yet checked. */
  onFrame(listen: (frame: unknown) => void): Off;
  onClose(listen: () => void): Off;
  close(): void;
}
