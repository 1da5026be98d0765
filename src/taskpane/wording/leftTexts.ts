/** What the pane says of cells that an undo left because they hold something else by now. */
export function leftTexts({ cells, number }: { readonly cells: (count: number) => string; readonly number: (count: number) => string }) {
  return {
    title: (count: number) => `${cells(count)} ${count === 1 ? 'holds' : 'hold'} something else by now`,
    body: (count: number) =>
      `Nothing of ${count === 1 ? 'it' : 'these'} was changed. Undone too, ${count === 1 ? 'it gets' : 'they get'} back what stood there before the sync; the History brings back what ${count === 1 ? 'it holds' : 'they hold'} now.`,
    list: 'What they hold now, and what they would get back',
    more: (count: number) => `and ${number(count)} more`,
    takeBack: (count: number) => (count === 1 ? 'Undo this too' : `Undo these ${number(count)} too`),
    leave: 'Leave as is',
  };
}
