import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PaneState } from '../state/PaneState';
import type { Published } from '../state/Published';
import { AskDialog } from './AskDialog';
import { usePane } from './PaneContext';
import { ReleaseNotes } from './ReleaseNotes';

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0` },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
  title: { display: 'block' },
});

/** Says when the catalog is away, and how old what is shown is; and when a version came since the one that is compared with. */
export function CatalogBars({ state }: { readonly state: PaneState }) {
  const { published, stage } = state;
  if (published === null || stage.at === 'choosing' || state.incoming !== null) return null;
  const resting = !('work' in stage);
  const isAway = published.away || published.opened?.away === true;
  return (
    <>
      {isAway && <AwayBar published={published} resting={resting} />}
      <NewVersionBar published={published} wanted={state.official?.key.endsWith(`#${published.model.id}`) === true} resting={resting} />
    </>
  );
}

function AwayBar({ published, resting }: { readonly published: Published; readonly resting: boolean }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.catalog;
  const { away, askedAt, opened, model } = published;
  const now = pane.now();
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline" politeness="polite" data-away>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>
          {away ? words.awayTitle : words.versionAwayTitle(words.bare(model.versions[0]!.version))}
        </MessageBarTitle>
        {opened === null
          ? words.awaySaid(askedAt, now)
          : words.awayOpened(words.bare(opened.version.version), opened.fetchedAt, away && !opened.away ? askedAt : 0, now)}
      </MessageBarBody>
      <MessageBarActions>
        <Button disabledFocusable={!resting} onClick={() => pane.catalog.tryAgain()}>
          {strings.common.tryAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** `wanted`: the current version is what the user compares with. */
function NewVersionBar({
  published,
  wanted,
  resting,
}: {
  readonly published: Published;
  readonly wanted: boolean;
  readonly resting: boolean;
}) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const [open, setOpen] = useState(false);
  const words = strings.catalog;
  const { opened, model } = published;
  const current = model.versions[0]!;
  const at = opened === null ? -1 : model.versions.findIndex(({ sha256 }) => sha256 === opened.version.sha256);
  if (!wanted || opened === null || opened.away || at === 0) return null;
  const name = words.bare(current.version);
  return (
    <>
      <MessageBar className={styles.bar} intent="info" layout="multiline" politeness="polite" data-newer={current.version}>
        <MessageBarBody className={styles.body}>
          <MessageBarTitle className={styles.title}>{words.newTitle(name)}</MessageBarTitle>
          {words.newText(words.bare(opened.version.version))}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => setOpen(true)}>{words.seeNew}</Button>
        </MessageBarActions>
      </MessageBar>
      {open && (
        <AskDialog
          title={words.newDialog(name)}
          action={words.compareNew(name)}
          ready={resting}
          onAnswer={() => {
            setOpen(false);
            pane.compare();
          }}
          onClose={() => setOpen(false)}
        >
          <ReleaseNotes versions={at < 0 ? [current] : model.versions.slice(0, at)} />
        </AskDialog>
      )}
    </>
  );
}
