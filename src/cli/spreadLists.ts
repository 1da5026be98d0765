/** What a command expects on its line. Flags are written as they are typed, `--headline`. */
export interface Line {
  /** How many words stand by themselves: the files. */
  readonly files: number;
  /** Flags with one value behind them. */
  readonly single: ReadonlySet<string>;
  /** Flags with one value or more behind them. */
  readonly lists: ReadonlySet<string>;
}

/**
 * Writes each value of a list as `--flag=value`, so that files and options can be typed in any order. The first word behind such a
 * flag is always its value; of the words after it, the last on the line are files while fewer than `files` stand elsewhere.
 */
export function spreadLists(argv: readonly string[], { files, single, lists }: Line): string[] {
  const words: { readonly text: string; readonly flag: string | null }[] = [];
  let free = 0;
  let flag: string | null = null;
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  for (let i = 0; i < end; i++) {
    const text = argv[i]!;
    if (lists.has(text) && i + 1 < end) {
      flag = text;
      words.push({ text: `${flag}=${argv[++i]!}`, flag: null });
    } else if (text.startsWith('-') && text !== '-') {
      flag = null;
      words.push({ text, flag });
      if (single.has(text) && i + 1 < end) words.push({ text: argv[++i]!, flag });
    } else {
      if (flag === null) free++;
      words.push({ text, flag });
    }
  }
  const rest = argv.slice(end);
  free += Math.max(0, rest.length - 1);
  let values = words.filter((word) => word.flag !== null).length - Math.max(0, files - free);
  return [...words.map((word) => (word.flag !== null && values-- > 0 ? `${word.flag}=${word.text}` : word.text)), ...rest];
}
