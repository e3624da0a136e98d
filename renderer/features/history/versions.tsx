import { useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import type { Version } from '../../../domain/entries/version.ts';
import { useCall } from '../../data/use-call.ts';
import { Empty } from '../../kit/empty.tsx';
import { OpenFailure } from '../../kit/open-failure.tsx';
import { nl } from '../../text/nl.ts';
import { EntryHead } from './entry-head.tsx';
import './history.css';
import { VersionView } from './version-view.tsx';

/** The earlier versions of a write-up: which there are, what is different now, and putting one back or a part of it. */
export function VersionsScreen({ id }: { id: string }): ReactNode {
  const { data: entry, failure } = useCall('entries.read', { id });
  const versions = useCall('history.versions', { id });
  if (failure && !entry) return <OpenFailure message={failure.message} />;
  if (!entry || !versions.data) return <div aria-busy="true" />;
  return <Versions key={id} entry={entry} versions={versions.data} />;
}

function Versions({ entry, versions }: { entry: EntryDetail; versions: readonly Version[] }): ReactNode {
  const [picked, setPicked] = useState<string>();
  const keyOf = (version: Version): string => `${version.at} ${version.revision}`;
  const earlier = versions.find((version) => version.revision !== entry.revision) ?? versions[0];
  const shown = versions.find((version) => keyOf(version) === picked) ?? earlier;
  return (
    <div className="history">
      <EntryHead entry={entry} title={nl.history.versions} />
      {shown === undefined ? (
        <Empty title={nl.history.versions} text={nl.history.none} />
      ) : (
        <div className="versions-cols">
          <ul className="versions-list" aria-label={nl.history.versions}>
            {versions.map((version) => (
              <li key={keyOf(version)}>
                <button
                  type="button"
                  className="version-row"
                  aria-current={version === shown ? 'true' : undefined}
                  onClick={() => setPicked(keyOf(version))}
                >
                  <b>{version.name ?? nl.history.when(Date.parse(version.at))}</b>
                  <small>
                    {version.name !== undefined && `${nl.history.when(Date.parse(version.at))}, `}
                    {version.revision === entry.revision ? nl.history.now : nl.history.reason(version.why)}
                  </small>
                </button>
              </li>
            ))}
          </ul>
          <VersionView key={keyOf(shown)} entry={entry} version={shown} />
        </div>
      )}
    </div>
  );
}
