import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { CatalogVersion, HeadlineChange } from '../../core/catalog/Catalog';
import { effectOf } from '../../core/catalog/standingOf';
import { formatValue } from '../../core/workbook/formatValue';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  notes: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0 },
  text: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXXS} 0 0`, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  label: { color: tokens.colorNeutralForeground2 },
  list: { ...typographyStyles.body1, margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** What versions, newest first, fixed and what they did to the headlines. */
export function ReleaseNotes({ versions }: { readonly versions: readonly CatalogVersion[] }) {
  const styles = useStyles();
  const { strings } = usePane();
  const together = versions.length > 1 ? effectOf(versions) : [];
  return (
    <div className={styles.notes}>
      {together.length > 0 && (
        <div>
          <h4 className={styles.title}>{strings.catalog.together}</h4>
          <Effects effects={together} />
        </div>
      )}
      {versions.map((version) => (
        <Note key={version.version} version={version} />
      ))}
    </div>
  );
}

function Note({ version }: { readonly version: CatalogVersion }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const [now] = useState(pane.now);
  const words = strings.catalog;
  const { wrong, fixes, headlines } = version.note;
  const said = [
    [words.wrong, wrong.trim()],
    [words.fixes, fixes.trim()],
  ].filter(([, text]) => text !== '');
  return (
    <div data-note={version.version}>
      <h4 className={styles.title}>{version.version}</h4>
      <p className={styles.small}>{words.published(version, now)}</p>
      {said.map(([label, text]) => (
        <p key={label} className={styles.text}>
          <span className={styles.label}>{label}</span> {text}
        </p>
      ))}
      {headlines.length > 0 && (
        <>
          <p className={styles.text}>
            <span className={styles.label}>{words.effects}</span>
          </p>
          <Effects effects={headlines} />
        </>
      )}
      {(version.despite ?? []).map((text) => (
        <p key={text} className={styles.text}>
          <span className={styles.label}>{words.despite}</span> {text}
        </p>
      ))}
    </div>
  );
}

/** What headlines were and are. */
export function Effects({ effects }: { readonly effects: readonly HeadlineChange[] }) {
  const styles = useStyles();
  const { strings, locale } = usePane();
  return (
    <ul className={styles.list}>
      {effects.map(({ name, before, after, format = 'General' }) => {
        const shown = (value: number | null) => (value === null ? null : formatValue(value, format, { dateSystem: 1900, locale }));
        return <li key={name}>{strings.catalog.effect(name, shown(before), shown(after))}</li>;
      })}
    </ul>
  );
}
