import { fieldOfHeader } from '../../../src/core/definitions/fieldOfHeader';

test.each([
  ['Metric', 'metric', true],
  ['KPI name', 'metric', true],
  ['METRIC / KPI', 'metric', true],
  ['Term', 'metric', false],
  ['Name', 'metric', false],
  ['Definition:', 'definition', true],
  ['What it means', 'definition', true],
  ['Description', 'definition', false],
  ['Definition / description', 'definition', true],
  ['Formula or reference', 'formula', true],
  ['How it’s calculated', 'formula', true],
  ['how_calculated', 'formula', true],
  ['Reference', 'reference', true],
  ['Cell or name', 'reference', true],
  ['Calculation method / reference', 'formula', true],
  ['UoM', 'unit', true],
  ['Unit of measure', 'unit', true],
  ['Unit (shown)', 'unit', true],
  ['Owner/Steward', 'owner', true],
  ['K.P.I.', 'metric', true],
  ['(our) Metric', 'metric', true],
  ['unit', 'unit', true],
  ['Data steward', 'owner', true],
])('%s is the %s', (header, field, sure) => expect(fieldOfHeader(header)).toEqual({ field, sure }));

test.each([
  '',
  'Q1',
  'Revenue',
  'Owner or unit',
  'Measure the width of it',
  'Metrics are defined below, each with the team that owns it and more',
])('%p is no field', (header) => expect(fieldOfHeader(header)).toBeNull());
