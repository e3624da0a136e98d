import type { ReactNode } from 'react';

/** A key; hidden from screen readers, which read the name of the control. */
export const Kbd = ({ children }: { children: ReactNode }): ReactNode => <kbd aria-hidden>{children}</kbd>;
