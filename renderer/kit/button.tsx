import type { LucideIcon } from 'lucide-react';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Kbd } from './kbd.tsx';

interface Looks {
  /** One primary on a screen; the rest is quiet. */
  look?: 'plain' | 'primary' | 'quiet';
  small?: boolean;
  icon?: LucideIcon | undefined;
  /** Shortcut, shown behind the words. */
  keys?: string | undefined;
  children?: ReactNode;
}

export interface ButtonProps extends Looks, ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: Ref<HTMLButtonElement>;
}

/** A button with words. */
export function Button({ look = 'plain', small = false, icon, keys, children, className, type = 'button', ...rest }: ButtonProps): ReactNode {
  return (
    <button type={type} className={classes(look, small, className)} {...rest}>
      <Inside icon={icon} keys={keys} small={small}>
        {children}
      </Inside>
    </button>
  );
}

/** A link that looks like a button: it goes somewhere. */
export function LinkButton({
  look = 'plain',
  small = false,
  icon,
  keys,
  children,
  className,
  ...rest
}: Looks & AnchorHTMLAttributes<HTMLAnchorElement>): ReactNode {
  return (
    <a className={classes(look, small, className)} {...rest}>
      <Inside icon={icon} keys={keys} small={small}>
        {children}
      </Inside>
    </a>
  );
}

/** A button with only an icon; the name is read out and shown as a tip. */
export function IconButton({
  label,
  icon: Icon,
  small = true,
  look = 'quiet',
  className,
  ...rest
}: { label: string; icon: LucideIcon } & Omit<ButtonProps, 'icon' | 'children'>): ReactNode {
  return (
    <button type="button" className={classes(look, small, `button-icon ${className ?? ''}`)} aria-label={label} title={label} {...rest}>
      <Icon className="icon icon-sm" aria-hidden />
    </button>
  );
}

function Inside({ icon: Icon, keys, small, children }: Looks): ReactNode {
  return (
    <>
      {Icon && <Icon className={small ? 'icon icon-sm' : 'icon'} aria-hidden />}
      {children}
      {keys && (
        <>
          {' '}
          <Kbd>{keys}</Kbd>
        </>
      )}
    </>
  );
}

const classes = (look: string, small: boolean, extra: string | undefined): string =>
  ['button', look === 'plain' ? '' : `button-${look}`, small ? 'button-small' : '', extra ?? ''].filter(Boolean).join(' ');
