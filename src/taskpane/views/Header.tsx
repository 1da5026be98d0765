import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Menu,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { standingNow } from '../lists/standingNow';
import { reviewOf, type PaneState } from '../state/PaneState';
import {
  BranchCompare20Regular,
  Dismiss20Regular,
  DocumentArrowUp20Regular,
  Highlight20Regular,
  History20Regular,
  Info16Regular,
  Info20Regular,
  Link20Regular,
  MailInbox20Regular,
  MoreHorizontal20Regular,
  Warning16Filled,
} from './icons';
import { KeptDialog } from './KeptDialog';
import { OriginDialog } from './OriginDialog';
import { usePane } from './PaneContext';
import { useBasePicker } from './useBasePicker';
import { useProposalPicker } from './useProposalPicker';
import { VersionLine } from './VersionLine';
import { VersionsDialog } from './VersionsDialog';

const useStyles = makeStyles({
  header: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  words: { flex: '1 1 120px', minWidth: 0 },
  title: {
    ...typographyStyles.subtitle2,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    margin: 0,
    overflowWrap: 'anywhere',
  },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  dialog: { width: `calc(100vw - 2 * ${tokens.spacingHorizontalL})` },
  calculation: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, '& > svg': { flexShrink: 0 } },
  edited: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** The official model, what was compared with it and when, Compare and the menu. */
export function Header({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const [aboutOpen, setAboutOpen] = useState(false);
  const [othersOpen, setOthersOpen] = useState(false);
  const [originOpen, setOriginOpen] = useState(false);
  const [keptOpen, setKeptOpen] = useState(false);
  const menu = useRef<HTMLElement | null>(null);
  // The menu's item that opened the dialog is gone, so Fluent would give the focus to nobody.
  useEffect(() => {
    if (!aboutOpen && !othersOpen && !originOpen && !keptOpen) return;
    const button = menu.current;
    return () => button?.focus();
  }, [aboutOpen, othersOpen, originOpen, keptOpen]);
  const base = useBasePicker();
  const proposals = useProposalPicker();
  const { official, stage } = state;
  const review = reviewOf(stage);
  const within = review && strings.tolerance.inBrief(review.models.within);
  const [now] = useState(pane.now);
  if (official === null) return null;

  const standing = standingNow(state);
  const published = official.publishedAt === null ? NaN : Date.parse(official.publishedAt);
  const isOwn = official.place.kind === 'sheet' || official.place.kind === 'own';
  const kept = pane.keptVersions();
  const about = [
    official.place.kind === 'sheet' ? strings.sheets.about(official.place.instead) : isOwn ? strings.sheets.aboutOwn : '',
    official.version ?? '',
    Number.isNaN(published) ? '' : strings.header.published(published, now),
  ].filter(Boolean);
  const idle = (stage.at === 'ready' || stage.at === 'review') && state.publishing === null;
  const isOriginUnknown = idle && standing?.has === null && state.base === null && stage.at === 'review' && state.incoming === null;
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <div className={styles.words}>
          <h1 className={styles.title} title={official.title}>
            {official.title}
          </h1>
          {standing !== null && (
            <VersionLine standing={standing} now={now} onFindOrigin={isOriginUnknown ? () => setOriginOpen(true) : null} />
          )}
          {standing === null && about.length > 0 && <p className={styles.small}>{about.join(' · ')}</p>}
        </div>
        {review !== null && (
          <Button size="small" appearance="secondary" disabledFocusable={!idle} onClick={() => pane.compare()}>
            {strings.header.compare}
          </Button>
        )}
        <Menu hasCheckmarks hasIcons checkedValues={{ highlight: state.highlight === 'on' ? ['on'] : [] }}>
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              appearance="subtle"
              icon={<MoreHorizontal20Regular />}
              aria-label={strings.header.menu}
              ref={(element: HTMLElement | null) => void (menu.current = element)}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem
                icon={<Link20Regular />}
                disabled={!idle && stage.at !== 'pairing'}
                onClick={() => pane.dispatch({ type: 'choosing' })}
              >
                {strings.header.chooseOther}
              </MenuItem>
              {state.published !== null && (
                <MenuItem icon={<BranchCompare20Regular />} disabled={!idle} onClick={() => setOthersOpen(true)}>
                  {strings.catalog.otherVersion}
                </MenuItem>
              )}
              {kept !== null && (
                <MenuItem icon={<BranchCompare20Regular />} disabled={!idle} onClick={() => setKeptOpen(true)}>
                  {strings.kept.open}
                </MenuItem>
              )}
              {state.published !== null && state.incoming === null && (
                <MenuItem
                  icon={<DocumentArrowUp20Regular />}
                  title={strings.publish.openHint}
                  disabled={!idle}
                  onClick={() => pane.publishing.start()}
                >
                  {strings.publish.open}
                </MenuItem>
              )}
              <MenuItem
                icon={<History20Regular />}
                title={strings.base.chooseHint}
                disabled={!idle || state.incoming !== null || isOwn}
                onClick={base.pick}
              >
                {strings.base.choose}
              </MenuItem>
              <MenuItem icon={<MailInbox20Regular />} title={strings.proposals.openHint} disabled={!idle} onClick={proposals.pick}>
                {strings.proposals.open}
              </MenuItem>
              {state.base !== null && state.incoming === null && (
                <MenuItem icon={<Dismiss20Regular />} disabled={!idle} onClick={() => pane.chooseBase(null)}>
                  {strings.base.forget}
                </MenuItem>
              )}
              <MenuItemCheckbox
                persistOnClick={false}
                name="highlight"
                value="on"
                icon={<Highlight20Regular />}
                disabled={review === null || state.highlight === 'changing'}
                onClick={() => pane.toggleHighlight()}
              >
                {strings.header.highlight}
              </MenuItemCheckbox>
              <MenuItem icon={<Info20Regular />} onClick={() => setAboutOpen(true)}>
                {strings.header.about}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {base.picker}
      {proposals.picker}
      {review !== null && (
        <p className={styles.small} role="status">
          {strings.header.compared(official.version, review.at)}
          {state.base !== null &&
            ` · ${(state.incoming === null ? strings.base.since : strings.proposals.madeTo)(state.base.title, state.base.at)}`}
          {review.followedAt !== null && ` · ${strings.header.followed(review.followedAt)}`}
          {within !== null && ` · ${within}`}
          {review.edited.size > 0 && (
            <>
              {' · '}
              <span className={styles.edited}>
                {strings.header.edited([...review.edited.values()].reduce((sum, cells) => sum + cells, 0))}
              </span>
            </>
          )}
          {state.calculation !== 'done' && (
            <span className={styles.calculation}>
              {state.calculation === 'pending' ? <Info16Regular aria-hidden /> : <Warning16Filled aria-hidden />}
              {strings.header.calculation[state.calculation]}
            </span>
          )}
        </p>
      )}
      {othersOpen && state.published !== null && <VersionsDialog published={state.published} onClose={() => setOthersOpen(false)} />}
      {keptOpen && kept !== null && (
        <KeptDialog
          kept={kept}
          current={official.version}
          latest={strings.kept.now}
          onChoose={(version) => pane.chooseKept(version)}
          onClose={() => setKeptOpen(false)}
        />
      )}
      {originOpen && state.published !== null && <OriginDialog published={state.published} onClose={() => setOriginOpen(false)} />}
      <Dialog open={aboutOpen} onOpenChange={(_, { open }) => setAboutOpen(open)}>
        <DialogSurface className={styles.dialog}>
          <DialogBody>
            <DialogTitle>{strings.about.title}</DialogTitle>
            <DialogContent>{strings.about.body}</DialogContent>
            <DialogActions>
              <Button appearance="primary" onClick={() => setAboutOpen(false)}>
                {strings.common.close}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </header>
  );
}
