import { Field, Select, Spinner, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { KeptVersion } from '../../app/ports/RemoteFile';
import type { Result } from '../../core/Result';
import type { KeptVersions } from '../PaneServices';
import { AskDialog } from './AskDialog';
import { usePane } from './PaneContext';

interface Props {
  readonly kept: KeptVersions;
  /** The id of the version that is compared with; null for the workbook as it is now. */
  readonly current: string | null;
  /** What its latest state is called, which can be compared with too. */
  readonly latest: string;
  readonly onChoose: (version: KeptVersion | null) => void;
  readonly onClose: () => void;
}

/** Asks which of the versions that its store keeps of the official workbook to compare with. */
export function KeptDialog({ kept, current, latest, onChoose, onClose }: Props) {
  const { strings } = usePane();
  const words = strings.kept;
  const [listed, setListed] = useState<Result<readonly KeptVersion[]> | null>(null);
  const [id, setId] = useState(current);
  useEffect(() => {
    const stop = new AbortController();
    void kept.list({ signal: stop.signal, progress: () => undefined }).then((found) => {
      if (!stop.signal.aborted) setListed(found);
    });
    return () => stop.abort();
  }, [kept]);
  const versions = listed?.ok === true ? listed.value : [];
  // One that was compared with may be kept no longer.
  const chosen = versions.find((version) => version.id === id) ?? null;
  return (
    <AskDialog
      title={words.title}
      action={words.compare}
      ready={versions.length > 0}
      onAnswer={() => {
        onClose();
        onChoose(chosen);
      }}
      onClose={onClose}
    >
      {listed === null && <Spinner size="tiny" label={words.reading} labelPosition="after" />}
      {listed?.ok === false && <Text role="alert">{listed.failure.message}</Text>}
      {listed?.ok === true && versions.length === 0 && <Text>{words.none}</Text>}
      {versions.length > 0 && (
        <Field label={words.label}>
          <Select value={chosen?.id ?? ''} onChange={(_, { value }) => setId(value === '' ? null : value)}>
            <option value="">{latest}</option>
            {versions.map((version) => (
              <option key={version.id} value={version.id}>
                {words.version(version)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </AskDialog>
  );
}
