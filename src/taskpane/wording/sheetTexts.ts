/** What is said of comparing two sheets of the open workbook. */
export const sheetTexts = {
  title: 'From this workbook',
  text: 'Compare a sheet with another one here, such as your forecast with the one that was agreed. All other sheets are left out.',
  local: 'Your sheet',
  official: 'Should agree with',
  compare: 'Compare sheets',
  earlier: 'Compare with an earlier version…',
  lastSaved: 'As last saved',
  aboutOwn: 'This workbook, earlier',
  about: (sheet: string) => `In this workbook · compared with ${sheet}`,
};
