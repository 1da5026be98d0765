/** How wide a terminal is taken to be. */
export const WIDTH = 100;

/** Lines no wider than the terminal, each indented. */
export function wrap(text: string, indent: string, label = ''): string[] {
  const room = WIDTH - indent.length - label.length;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let rest = paragraph;
    do {
      let end = rest.length;
      if (rest.length > room) {
        const space = rest.lastIndexOf(' ', room);
        end = space > room / 2 ? space : room;
      }
      lines.push(indent + (lines.length === 0 ? label : ' '.repeat(label.length)) + rest.slice(0, end).trimEnd());
      rest = rest.slice(end).trimStart();
    } while (rest !== '');
  }
  return lines;
}
