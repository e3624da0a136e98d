import { Copy, Download, FolderOpen } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { BundleReport as Made } from '../../../domain/api/contract.ts';
import { hrefOf } from '../../data/routes.ts';
import { useToasts } from '../../data/toasts.tsx';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';

interface ReportProps {
  report: Made;
  title: string;
  titles: readonly string[];
}

/** What came out: where it is, what stayed behind, and what to do with it now. */
export function Report({ report, title, titles }: ReportProps): ReactNode {
  const { data: abilities } = useCall('shell.abilities', {});
  const reveal = useAction('shell.reveal');
  const toasts = useToasts();
  const done = useRef<HTMLDivElement>(null);
  useEffect(() => {
    done.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [report]);
  const copyMail = (): void => {
    navigator.clipboard.writeText(nl.bundles.mailText(title, titles)).then(
      () => toasts.say({ text: nl.bundles.mailed }),
      () => undefined,
    );
  };
  return (
    <Callout tone="yes">
      <div role="status" ref={done}>
        <strong>{nl.bundles.doneTitle}.</strong> {nl.bundles.doneText(report.entries, report.bytes)}
        {report.products.length > 0 && <p>{nl.bundles.doneProducts(report.products)}</p>}
        <p className="bundle-path">{report.path}</p>
      </div>
      <p className="row act">
        {abilities?.download && report.download && (
          <LinkButton small icon={Download} href={report.download} download="">
            {nl.bundles.download}
          </LinkButton>
        )}
        {abilities?.reveal && (
          <Button small icon={FolderOpen} onClick={() => void reveal.run({ path: report.path })}>
            {nl.bundles.reveal}
          </Button>
        )}
        <Button small look="quiet" icon={Copy} onClick={copyMail}>
          {nl.bundles.mail}
        </Button>
      </p>
      <Behind report={report} />
    </Callout>
  );
}

function Behind({ report: { leftOut, warnings } }: { report: Made }): ReactNode {
  return (
    <>
      {leftOut.length > 0 && (
        <div className="report-list">
          <p>{nl.bundles.doneLeft(leftOut.length)}</p>
          <ul>
            {leftOut.map((one) => (
              <li key={one.id}>
                <a href={hrefOf({ screen: 'stuk', id: one.id, edit: false, q: '' })}>{one.title}</a>: {one.message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {warnings.length > 0 && (
        <div className="report-list">
          <p>{nl.bundles.doneWarnings}</p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
