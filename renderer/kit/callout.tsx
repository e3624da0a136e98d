import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const looks = {
  info: { icon: Info, className: 'callout' },
  no: { icon: CircleAlert, className: 'callout callout-no' },
  partly: { icon: TriangleAlert, className: 'callout callout-partly' },
  yes: { icon: CircleCheck, className: 'callout callout-yes' },
  advice: { icon: TriangleAlert, className: 'callout callout-open' },
} as const;

interface CalloutProps {
  /** `no` stops something, `advice` is outlined and may be ignored. */
  tone?: keyof typeof looks;
  title?: string | undefined;
  children?: ReactNode;
  action?: ReactNode;
  /** Read out at once: something went wrong just now. */
  alert?: boolean;
}

/** A message that belongs to its place on the screen. */
export function Callout({ tone = 'info', title, children, action, alert = false }: CalloutProps): ReactNode {
  const { icon: Icon, className } = looks[tone];
  return (
    <div className={className} role={alert ? 'alert' : undefined}>
      <Icon className="icon" aria-hidden />
      <div>
        {title && <strong>{title} </strong>}
        {children}
      </div>
      {action}
    </div>
  );
}
