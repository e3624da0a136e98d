import { Component, type ReactNode } from 'react';
import { hrefOf } from '../../data/routes.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Empty } from '../../kit/empty.tsx';
import { nl } from '../../text/nl.ts';

/** A screen that cannot be drawn must not take the window with it. */
export class FaultBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Empty title={nl.frame.faultTitle} text={nl.frame.faultText}>
        <LinkButton
          look="primary"
          href={hrefOf({ screen: 'bibliotheek', q: '', sort: 'relevantie' })}
          onClick={() => this.setState({ broken: false })}
        >
          {nl.frame.toLibrary}
        </LinkButton>
        <Button onClick={() => window.location.reload()}>{nl.frame.reload}</Button>
      </Empty>
    );
  }
}
