import { useEffect, useState } from 'react';
import { Stepper } from './stepper.ts';

/** What is being typed, in the steps of {@link Stepper}. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  const [stepper] = useState(() => new Stepper(setSettled));
  useEffect(() => stepper.type(value, settled), [stepper, value, settled]);
  useEffect(() => () => stepper.drop(), [stepper]);
  return settled;
}
