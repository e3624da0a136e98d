import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends a request exactly as it is written, also where no honest program would write it so, and gives the answer. */
export function rawRequest(port: number, text: string): Promise<RawAnswer> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1');
    const parts: Buffer[] = [];
    socket.on('data', (part) => parts.push(part));
    socket.on('error', failed);
    socket.on('close', () => done(read(Buffer.concat(parts).toString('utf8'))));
    socket.write(text.replace(/\r?\n/g, '\r\n'));
  });
}

function read(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
  return { status: Number(first.split(' ')[1] ?? 0), headers: Object.fromEntries(headers) as Record<string, string>, body: rest.join('\r\n\r\n') };
}
