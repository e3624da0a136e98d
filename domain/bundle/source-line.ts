/** A source on one line: who made it, what it is called, and its year. */
export const sourceLine = ({ title, makers, year }: { title: string; makers?: string; year?: string }): string =>
  [makers, title, year].filter(Boolean).join(', ');
