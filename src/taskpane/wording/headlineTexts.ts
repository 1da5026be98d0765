/** What the pane says about headlines and about choosing them. */
export function headlineTexts(plural: (count: number, one: string, many: string) => string) {
  return {
    title: 'Headlines',
    name: 'Headline',
    yours: 'Yours',
    official: 'Official',
    gap: 'Gap',
    none: 'No headlines yet: select the cell of an output in the sheet, then add it.',
    noneOnSheet: 'No headlines were found on this sheet. All of its cells are compared.',
    higher: (amount: string) => `${amount} higher`,
    lower: (amount: string) => `${amount} lower`,
    points: (amount: string) => `${amount} points`,
    agrees: 'Agrees',
    missing: 'Missing',
    differs: 'Differs',
    add: 'Add headline',
    addHint: 'Makes the cell that is selected in the sheet a headline',
    edit: 'Edit',
    editHint: 'Remove headlines',
    done: 'Done',
    remove: (name: string) => `Remove headline ${name}`,
    lost: (name: string) => `${name} was not found`,
    restore: (count: number) => `Show ${plural(count, 'removed one', 'removed ones')} again`,
  };
}
