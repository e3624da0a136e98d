import type { ReactNode } from 'react';
import { BrandMark } from './brand.tsx';

/** An empty place says what goes here, and gives the one button. */
export function Empty({
  title,
  text,
  level = 2,
  children,
}: {
  title: string;
  text?: string | undefined;
  level?: 2 | 3;
  children?: ReactNode;
}): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty">
      <BrandMark className="empty-mark" />
      <Heading>{title}</Heading>
      {text && <p>{text}</p>}
      {children && <div className="row">{children}</div>}
    </div>
  );
}
