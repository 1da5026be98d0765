import { Button, Field, Input, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, useState, type DragEvent } from 'react';
import { droppedFile, pickOfficialFile, type AskingWindow } from '../pickOfficialFile';
import type { CatalogListing } from '../state/Published';
import { CatalogList } from './CatalogList';
import { ChooseSheets } from './ChooseSheets';
import { StaysNote } from './StaysNote';
import { DocumentArrowUp20Regular, Link20Regular, MailInbox20Regular } from './icons';
import { usePane } from './PaneContext';
import { useProposalPicker } from './useProposalPicker';

const FILE_TYPES = '.xlsx,.xlsm,.xltx,.xltm,.xlsb';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalL, flexGrow: 1 },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  text: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0 },
  way: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `${tokens.strokeWidthThin} dashed ${tokens.colorBrandStroke1}` },
  name: { ...typographyStyles.subtitle2, margin: 0, display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  link: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  field: { flex: '1 1 140px', minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
});

/** The ways to an official model: a catalog of them, a file, picked or dropped, or a link; and, where the open workbook is one, to what teams offer to it. */
export function ChooseView({ canLeave, listing }: { readonly canLeave: boolean; readonly listing: CatalogListing | null }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const [over, setOver] = useState(false);
  const [link, setLink] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const proposals = useProposalPicker();
  const words = strings.choose;
  const drag = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      void droppedFile(event.dataTransfer)?.then((dropped) => pane.chooseFile(dropped));
    },
  };
  const pick = async () => {
    const picked = await pickOfficialFile(window as AskingWindow);
    if (picked === 'cannot') picker.current?.click();
    else if (picked !== 'nothing') pane.chooseFile(picked);
  };
  return (
    <div className={styles.view} {...drag}>
      <div>
        <h1 className={styles.title}>{words.title}</h1>
        <p className={styles.text}>{words.intro}</p>
      </div>
      {listing !== null && <CatalogList listing={listing} />}
      <section className={mergeClasses(styles.way, over && styles.over)} aria-labelledby="choose-file">
        <h2 className={styles.name} id="choose-file">
          <DocumentArrowUp20Regular aria-hidden />
          {words.file}
        </h2>
        <p className={styles.text}>{over ? words.drop : words.fileHint}</p>
        <div>
          <Button appearance="primary" onClick={() => void pick()}>
            {words.pick}
          </Button>
        </div>
        <input
          ref={picker}
          type="file"
          accept={FILE_TYPES}
          hidden
          data-testid="official-file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) pane.chooseFile({ file, handle: null });
          }}
        />
      </section>
      <form
        noValidate
        className={styles.way}
        aria-labelledby="choose-link"
        onSubmit={(event) => {
          event.preventDefault();
          pane.chooseLink(link);
        }}
      >
        <h2 className={styles.name} id="choose-link">
          <Link20Regular aria-hidden />
          {words.link}
        </h2>
        <p className={styles.text}>{words.linkHint}</p>
        <div className={styles.link}>
          <Field className={styles.field} label={words.linkLabel}>
            <Input
              className={styles.input}
              type="url"
              inputMode="url"
              placeholder={words.linkPlaceholder}
              value={link}
              onChange={(_, { value }) => setLink(value)}
            />
          </Field>
          <Button type="submit" disabledFocusable={link.trim() === ''}>
            {words.useLink}
          </Button>
        </div>
      </form>
      <ChooseSheets styles={styles} />
      <section className={styles.way} aria-labelledby="open-proposals">
        <h2 className={styles.name} id="open-proposals">
          <MailInbox20Regular aria-hidden />
          {strings.proposals.openTitle}
        </h2>
        <p className={styles.text}>{strings.proposals.openText}</p>
        <div>
          <Button onClick={proposals.pick}>{strings.proposals.open}</Button>
        </div>
        {proposals.picker}
      </section>
      <StaysNote />
      {canLeave && (
        <div>
          <Button onClick={() => pane.dispatch({ type: 'choosingLeft' })}>{strings.common.cancel}</Button>
        </div>
      )}
    </div>
  );
}
