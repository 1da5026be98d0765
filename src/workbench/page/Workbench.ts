import { OFFICIAL_SETTING, type OfficialSetting } from '../../adapters/storage/officialSetting';
import { readWorkbook } from '../../adapters/xlsx/readWorkbook';
import { Grid } from '../grid/Grid';
import { movedLook } from '../grid/movedLook';
import type { Faults } from '../protocol/Faults';
import { startHost, type StartedHost } from '../protocol/startHost';
import { byId } from './byId';
import { openBook, type OpenBook } from './OpenBook';
import type { ChosenTheme } from './theme';

/** The page: one workbook open in the grid, the task pane beside it, and the official model the pane is told of. */
export class Workbench {
  #open: OpenBook | null = null;
  #grid: Grid | null = null;
  #host: StartedHost | null = null;
  #official: OfficialSetting | null = null;
  #theme: ChosenTheme = { theme: 'light', asked: false };
  #unsubscribe = (): void => undefined;
  #grids = 0;

  /** True when a workbook is on the screen. */
  ready = false;

  /** The open workbook; null before the first one is open. */
  get book() {
    return this.#open?.book ?? null;
  }

  /** The grid on the screen; null before the first workbook is open. */
  get grid(): Grid | null {
    return this.#grid;
  }

  /** What can be made to go wrong in the played Excel; null before the pane has started, and another one after each start. */
  get faults(): Faults | null {
    return this.#host?.faults ?? null;
  }

  /** Opens a workbook in the grid; one that cannot be read leaves the open one as it is. */
  async openLocal(name: string, bytes: Uint8Array): Promise<void> {
    const opened = await openBook(name, bytes);
    if (!opened.ok) return this.say(`${name} was not opened. ${opened.failure.message}`);
    this.say(null);
    this.#close();
    this.#open = opened.value;
    const { book } = opened.value;
    byId('file-name', HTMLElement).textContent = name;
    document.title = `${name} – Tieout workbench`;
    this.#showEdited(false);
    if (this.#official) book.settings.set(OFFICIAL_SETTING, this.#official, 'user');
    this.#grid = this.#drawGrid(opened.value);
    this.#unsubscribe = book.subscribe((event) => {
      if (event.kind === 'cells' || event.kind === 'lines' || event.kind === 'sheet' || (event.kind === 'list' && event.list === 'names'))
        this.#showEdited(true);
    });
    this.#startPane();
    await this.#grid.shown;
    this.ready = true;
  }

  /** Tells the pane of another official model; one that cannot be read leaves the known one. */
  async openOfficial(name: string, bytes: Uint8Array): Promise<void> {
    const readable = await readWorkbook(bytes, name, () => undefined);
    if (!readable.ok) return this.say(`${name} was not opened as the official model. ${readable.failure.message}`);
    this.say(null);
    const url = URL.createObjectURL(new Blob([bytes.slice()]));
    this.setOfficial({ title: name.replace(/\.[^.]*$/, ''), url });
  }

  /** Puts the official model's address into the workbook, where the pane finds it. */
  setOfficial(official: OfficialSetting): void {
    this.#official = official;
    byId('official-name', HTMLElement).textContent = official.version ? `${official.title}, ${official.version}` : official.title;
    if (!this.#open) return;
    this.#open.book.settings.set(OFFICIAL_SETTING, official, 'user');
    this.#startPane();
  }

  setTheme(chosen: ChosenTheme): void {
    this.#theme = chosen;
    this.#grid?.setDark(chosen.theme === 'dark');
    this.#host?.iframe.contentWindow?.location.replace(this.#paneUrl);
  }

  /** Hands the user the workbook with the edits, as a download. */
  async save(): Promise<void> {
    if (!this.#open) return;
    const saved = await this.#open.save();
    if (!saved.ok) return this.say(saved.failure.message);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(
      new Blob([saved.value.slice()], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
    );
    link.download = this.#open.book.fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.#showEdited(false);
  }

  undo(): void {
    this.#grid?.undo();
  }

  redo(): void {
    this.#grid?.redo();
  }

  /** Moves the keyboard between sheet and pane. */
  focusPane(): void {
    this.#host?.focusPane('region');
  }

  /** Shows a sentence above the sheet; null takes it away. */
  say(sentence: string | null): void {
    byId('message-text', HTMLElement).textContent = sentence ?? '';
    byId('message', HTMLElement).hidden = sentence === null;
  }

  /** The pane's page; what stands behind the # can change without a restart. As the system has it, the pane follows by itself. */
  get #paneUrl(): string {
    const { theme, asked } = this.#theme;
    const catalog = new URLSearchParams(location.search).get('catalog');
    const named = catalog === null ? '' : `?catalog=${encodeURIComponent(catalog)}`;
    return `taskpane.html${named}#${asked ? `theme=${theme}` : ''}`;
  }

  #drawGrid(open: OpenBook): Grid {
    const { book, look } = open;
    const container = document.createElement('div');
    container.id = `grid-${++this.#grids}`;
    byId('grid', HTMLElement).replaceChildren(container);
    return new Grid(container, book, {
      look: look && movedLook(look, book.journal),
      dark: this.#theme.theme === 'dark',
      refused: (message) => this.say(`${message} The edit was taken back.`),
      drawAnew: () => {
        this.#grid?.dispose();
        return (this.#grid = this.#drawGrid(open));
      },
    });
  }

  /** The pane starts anew: Office tells an add-in its settings when it starts. */
  #startPane(): void {
    if (!this.#open) return;
    const { book, save } = this.#open;
    this.#host?.dispose();
    this.#host = startHost(byId('pane-frame', HTMLElement), {
      paneUrl: this.#paneUrl,
      book,
      fileName: book.fileName,
      fileBytes: async () => {
        const saved = await save();
        if (!saved.ok) throw new Error(saved.failure.message);
        return saved.value;
      },
      onExit: () => this.#grid?.focus(),
    });
    const { iframe } = this.#host;
    // Excel moves on at F6 itself; office.js in the pane only knows Ctrl+F6.
    iframe.addEventListener('load', () => {
      iframe.contentWindow?.addEventListener('keydown', (event) => {
        if (event.key !== 'F6' || event.ctrlKey) return;
        event.preventDefault();
        this.#grid?.focus();
      });
    });
  }

  #showEdited(edited: boolean): void {
    byId('edited', HTMLElement).hidden = !edited;
  }

  #close(): void {
    this.ready = false;
    this.#unsubscribe();
    this.#host?.dispose();
    this.#grid?.dispose();
    this.#host = null;
    this.#grid = null;
  }
}
