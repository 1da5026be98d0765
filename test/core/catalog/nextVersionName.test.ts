import { nextVersionName } from '../../../src/core/catalog/nextVersionName';

it.each([
  ['v14', 'v15'],
  ['v9', 'v10'],
  ['2026.3', '2026.4'],
  ['FY26 v03', 'FY26 v04'],
  ['v99 (draft)', 'v100 (draft)'],
  ['Approved', ''],
  ['', ''],
])('after %j comes %j', (version, next) => expect(nextVersionName(version)).toBe(next));
