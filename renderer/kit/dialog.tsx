import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface DialogProps {
  title: string;
  /** Escape, or the button that closes. */
  onClose(): void;
  children: ReactNode;
  /** Buttons; the primary one last. */
  foot?: ReactNode;
  /** Wider, for forms with two columns. */
  wide?: boolean;
  /** What Enter does from a field. */
  onSubmit?: () => void;
}

/** A question that must be answered first. The focus goes in, stays in, and comes back where it was. */
export function Dialog({ title, onClose, children, foot, wide = false, onSubmit }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    // Where there is no layout (tests) there is no top layer either.
    if (typeof element?.showModal === 'function') element.showModal();
    else element?.setAttribute('open', '');
    element?.querySelector<HTMLElement>('[data-autofocus], [autofocus]')?.focus();
    return () => {
      if (typeof element?.close === 'function') element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // Outside the screen: a form may not stand within a form.
  return createPortal(
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          // The form of the screen behind it is not answered.
          event.stopPropagation();
          onSubmit?.();
        }}
      >
        <h2 id={id}>{title}</h2>
        <div className="dialog-body">{children}</div>
        {foot && <div className="dialog-foot">{foot}</div>}
      </form>
    </dialog>,
    document.body,
  );
}
