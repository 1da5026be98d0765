import { Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { FINDINGS, type Finding } from '../../app/catalog/checkOfficial';
import type { MeasuredVersion } from '../../app/catalog/measureVersion';
import { usePane } from './PaneContext';
import { Effects } from './ReleaseNotes';

const useStyles = makeStyles({
  title: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  text: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXXS} 0 0`, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  list: { ...typographyStyles.body1, margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`, maxWidth: '100%', '& label': { minWidth: 0, overflowWrap: 'anywhere' } },
});

/** So many changes are told. */
const MOST_CHANGES = 50;

/** What was found wrong with a version that is to be published, and what it changes; what is wrong can be agreed to. */
export function PublishFindings({
  measured,
  despite,
  since,
  disabled,
}: {
  readonly measured: MeasuredVersion;
  readonly despite: readonly Finding['about'][];
  /** The version that is current. */
  readonly since: string;
  readonly disabled: boolean;
}) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.publish;
  const { findings, headlines, changes, checked } = measured;
  const head = useRef<HTMLHeadingElement>(null);
  // What was found stands below the form, where nobody would look for it.
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: 'start' });
  }, [measured]);
  const about = FINDINGS.filter((what) => findings.some((finding) => finding.about === what));
  return (
    <>
      <section role="status">
        <h3 className={styles.title} ref={head} tabIndex={-1}>
          {about.length === 0 ? words.fine : words.first}
        </h3>
        {about.length > 0 && <p className={styles.small}>{words.firstHint}</p>}
        {about.map((what) => (
          <div key={what} data-finding={what}>
            {findings
              .filter((finding) => finding.about === what)
              .map(({ sentence }) => (
                <p key={sentence} className={styles.text}>
                  {sentence}
                </p>
              ))}
            <Checkbox
              className={styles.box}
              disabled={disabled}
              label={words.although(what)}
              checked={despite.includes(what)}
              onChange={(_, { checked }) =>
                pane.publishing.allow(checked === true ? [...despite, what] : despite.filter((each) => each !== what))
              }
            />
          </div>
        ))}
        <p className={styles.small}>{words.checked(checked.formulas, checked.unknown)}</p>
      </section>
      <section>
        <h3 className={styles.title}>{words.headlines(since)}</h3>
        {headlines.length === 0 ? <p className={styles.text}>{words.noHeadlines}</p> : <Effects effects={headlines} />}
      </section>
      {changes !== null && (
        <section>
          <h3 className={styles.title}>{words.changes(changes.causes, changes.cells, since)}</h3>
          <ul className={styles.list}>
            {changes.lines.slice(0, MOST_CHANGES).map((line, at) => (
              <li key={at}>{line}</li>
            ))}
          </ul>
          {changes.lines.length > MOST_CHANGES && (
            <p className={styles.small}>{strings.differences.more(changes.lines.length - MOST_CHANGES)}</p>
          )}
          {changes.warnings.map((warning) => (
            <p key={warning} className={styles.small}>
              {warning}
            </p>
          ))}
        </section>
      )}
    </>
  );
}
