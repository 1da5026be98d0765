import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Textarea,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { Publishing, VersionDraft } from '../state/Publishing';
import { usePane } from './PaneContext';
import { PublishFindings } from './PublishFindings';
import { WorkBar } from './WorkBar';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  scroll: {
    flexGrow: 1,
    minHeight: '160px',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    outlineOffset: '-2px',
  },
  title: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  problem: {
    flexShrink: 0,
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0`,
    '& .fui-MessageBarBody': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
  foot: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Asks the owner what a new version is, shows what was found and measured, and publishes it. */
export function PublishView({ publishing }: { readonly publishing: Publishing }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.publish;
  const titleId = useId();
  const [now] = useState(pane.now);
  const head = useRef<HTMLHeadingElement>(null);
  const { model, draft, step } = publishing;
  const current = model.versions[0]!;
  const isPublished = step.at === 'published';
  useEffect(() => head.current?.focus(), [isPublished]);
  if (isPublished) {
    return (
      <section className={styles.view} aria-labelledby={titleId}>
        <div className={styles.scroll}>
          <h2 className={styles.title} id={titleId} ref={head} tabIndex={-1}>
            {words.done(model.title, step.title)}
          </h2>
          <p className={styles.text}>{words.doneText}</p>
        </div>
        <div className={styles.foot}>
          <Button appearance="primary" onClick={() => pane.publishing.leave()}>
            {words.goOn}
          </Button>
        </div>
      </section>
    );
  }
  const working = step.at === 'checking' || step.at === 'writing';
  const problem = 'problem' in step ? step.problem : null;
  const measured = step.at === 'checked' || step.at === 'writing' ? step.measured : null;
  const isTaken = model.versions.some(({ version }) => version.trim().toLowerCase() === draft.version.trim().toLowerCase());
  const isWhole = draft.version.trim() !== '' && !isTaken && draft.wrong.trim() !== '' && draft.fixes.trim() !== '';
  const open = step.at === 'checked' ? step.measured.findings.filter(({ about }) => !step.despite.includes(about)) : [];
  const describe = (news: Partial<VersionDraft>) => pane.publishing.describe({ ...draft, ...news });
  return (
    <section className={styles.view} aria-labelledby={titleId} data-publishing={step.at}>
      {working && <WorkBar work={step.work} onCancel={() => pane.publishing.cancel()} />}
      {problem !== null && (
        <MessageBar className={styles.problem} intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.scroll}>
        <h2 className={styles.title} id={titleId} ref={head} tabIndex={-1}>
          {words.title(model.title)}
        </h2>
        <p className={styles.text}>{words.now(current.version, strings.catalog.published(current, now))}</p>
        <Field label={words.version} required {...(isTaken && { validationMessage: words.taken(draft.version.trim()) })}>
          <Input value={draft.version} maxLength={60} disabled={working} onChange={(_, { value }) => describe({ version: value })} />
        </Field>
        <Field label={words.wrong} hint={words.wrongHint} required>
          <Textarea value={draft.wrong} maxLength={1_000} disabled={working} onChange={(_, { value }) => describe({ wrong: value })} />
        </Field>
        <Field label={words.fixes} required>
          <Textarea value={draft.fixes} maxLength={1_000} disabled={working} onChange={(_, { value }) => describe({ fixes: value })} />
        </Field>
        <Field label={words.by}>
          <Input value={draft.by} maxLength={80} disabled={working} onChange={(_, { value }) => describe({ by: value })} />
        </Field>
        {measured !== null && (
          <PublishFindings
            measured={measured}
            despite={step.at === 'checked' || step.at === 'writing' ? step.despite : []}
            since={current.version}
            disabled={working}
          />
        )}
      </div>
      <div className={styles.foot}>
        <Button disabledFocusable={working} onClick={() => pane.publishing.leave()}>
          {strings.common.cancel}
        </Button>
        {step.at === 'checked' || step.at === 'writing' ? (
          <Button appearance="primary" disabledFocusable={!isWhole || open.length > 0 || working} onClick={() => pane.publishing.publish()}>
            {words.publish(draft.version.trim())}
          </Button>
        ) : (
          <Button appearance="primary" disabledFocusable={working} onClick={() => pane.publishing.check()}>
            {words.check}
          </Button>
        )}
      </div>
    </section>
  );
}
