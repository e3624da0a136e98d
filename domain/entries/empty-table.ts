/**
 * A record whose keys are data. Without a prototype it is kept as a table from the start: with one, every new set of keys is a shape of its own to the engine,
 * and the code of all who read it is made again.
 */
export const emptyTable = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;
