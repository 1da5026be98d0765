import { showControls } from './showControls';

/** So many lines of one section are shown unless all are asked for. */
const MOST = 40;

/** A text for a person at a terminal: titles, lines, and sections of which only the first lines are shown unless `all` are asked for. */
export class Report {
  readonly #lines: string[] = [];

  constructor(private readonly options: { readonly all: boolean; readonly colour: boolean }) {}

  title(text: string): void {
    this.#lines.push(this.options.colour ? `\u001b[1m${showControls(text)}\u001b[22m` : showControls(text));
  }

  line(text: string): void {
    this.#lines.push(showControls(text));
  }

  /** Nothing where it has no lines. */
  section(heading: string, texts: readonly string[]): void {
    if (texts.length === 0) return;
    this.#lines.push('');
    this.title(heading);
    const isWhole = this.options.all || texts.length <= MOST + 1;
    const more = (texts.length - MOST).toLocaleString('en-US');
    for (const text of isWhole ? texts : [...texts.slice(0, MOST), `And ${more} more; --all lists them.`]) {
      this.#lines.push(`  ${showControls(text)}`);
    }
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}
