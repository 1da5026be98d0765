import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Published } from '../state/Published';
import { AskDialog } from './AskDialog';
import { usePane } from './PaneContext';
import { ReleaseNotes } from './ReleaseNotes';

/** Asks which version of the official model to compare with, and shows what each fixed. */
export function VersionsDialog({ published, onClose }: { readonly published: Published; readonly onClose: () => void }) {
  const { pane, strings } = usePane();
  const { versions } = published.model;
  const [now] = useState(pane.now);
  const [name, setName] = useState((published.opened?.version ?? versions[0]!).version);
  const chosen = versions.find(({ version }) => version === name) ?? versions[0]!;
  const words = strings.catalog;
  return (
    <AskDialog
      title={words.otherVersion.replace('…', '')}
      action={words.compare}
      ready
      onAnswer={() => {
        onClose();
        pane.catalog.compareWith(chosen === versions[0] ? null : chosen.version);
      }}
      onClose={onClose}
    >
      <Field label={words.versionLabel}>
        <Select value={chosen.version} onChange={(_, { value }) => setName(value)}>
          {versions.map((one, index) => (
            <option key={one.version} value={one.version}>
              {[one.version, ...(index === 0 ? [words.current] : []), words.published(one, now)].join(' · ')}
            </option>
          ))}
        </Select>
      </Field>
      <ReleaseNotes versions={[chosen]} />
    </AskDialog>
  );
}
