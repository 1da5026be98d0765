import { Chance } from '../chance';
import { FORMAT } from '../styles';
import type { Workbook } from '../Workbook';
import { BOOKINGS, OWNERS, REGIONS, SEGMENTS, TERRITORIES, type Region, type Segment } from './vocabulary';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly segment: Segment;
  readonly region: Region;
  readonly owner: string;
  readonly quota: number;
}

const FIRST =
  'Alder Amberley Ardent Beacon Birchwood Bluewater Bramley Calder Cedar Cobalt Copperfield Crestline Dunmore Eastgate Elmhurst Fairhaven Fennimore Foxglove Glenrock Granite Greenway Harborview Hartwell Highland Ironbridge Juniper Kestrel Kingsford Lakeshore Larkspur Lindenhall Longmeadow Maplewood Marlowe Meridian Millbrook Northfield Oakhaven Orchard Pinecrest Quayside Redstone Ridgeway Riverton Rosemount Saltmarsh Sandpiper Silverlake Stonegate Summerfield Thornbury Tidewater Underhill Valleyview Wainwright Westbrook Whitmore Willowbank Winterbourne Yarrow'.split(
    ' ',
  );
const TRADES: Readonly<Record<Segment, readonly string[]>> = {
  Enterprise: ['Insurance Group', 'Energy', 'Pharmaceuticals', 'Logistics', 'Telecom', 'Foods International', 'Bank'],
  'Mid-market': ['Health Partners', 'Manufacturing', 'Retail Group', 'Freight', 'Biosciences', 'Properties', 'Media'],
  SMB: ['Dental', 'Outfitters', 'Design Studio', 'Accounting', 'Coffee Roasters', 'Fitness', 'Veterinary', 'Travel'],
};
const LEGAL_FORM: Readonly<Record<Region, readonly string[]>> = {
  'North America': ['Inc.', 'LLC', 'Corp.'],
  EMEA: ['GmbH', 'Ltd', 'B.V.', 'SAS'],
  APAC: ['Pty Ltd', 'Pte Ltd'],
  'Latin America': ['S.A.', 'Ltda.'],
};
const QUOTA: Readonly<Record<Segment, readonly [number, number]>> = {
  Enterprise: [60_000, 140_000],
  'Mid-market': [18_000, 48_000],
  SMB: [4_000, 14_000],
};

/** The accounts of the territory map, by account id. */
export function makeAccounts(): Account[] {
  const chance = new Chance(2026);
  const taken = new Set<string>();
  return Array.from({ length: TERRITORIES.last - TERRITORIES.first + 1 }, (_, i) => {
    const segment = chance.weighted([
      [SEGMENTS[0], 20],
      [SEGMENTS[1], 35],
      [SEGMENTS[2], 45],
    ]);
    const region = chance.weighted([
      [REGIONS[0], 46],
      [REGIONS[1], 30],
      [REGIONS[2], 14],
      [REGIONS[3], 10],
    ]);
    let name: string;
    do name = `${chance.pick(FIRST)} ${chance.pick(TRADES[segment])}`;
    while (taken.has(name));
    taken.add(name);
    const [low, high] = QUOTA[segment];
    const quota = Math.round(chance.between(low, high) / 500) * 500;
    return {
      id: `A-${1041 + i * 3}`,
      name: `${name} ${chance.pick(LEGAL_FORM[region])}`,
      segment,
      region,
      owner: OWNERS[region][segment],
      quota,
    };
  });
}

/** Adds the territory map: one Excel table keyed by account id. */
export function addTerritories(workbook: Workbook, accounts: readonly Account[]): void {
  const sheet = workbook.add('Territories');
  const { header, first, last } = TERRITORIES;
  const deals = (column: string) => `Bookings!$${column}$${BOOKINGS.first}:$${column}$${BOOKINGS.last}`;
  const booked = `SUMIFS(${deals('R')},${deals('B')},Territories[[#This Row],[Account ID]])`;
  const attainment =
    'IF(Territories[[#This Row],[Quota FY26]]=0,0,Territories[[#This Row],[ACV booked]]/Territories[[#This Row],[Quota FY26]])';
  const columns = ['Account ID', 'Account', 'Segment', 'Region', 'Owner', 'Quota FY26', 'ACV booked', 'Attainment'];
  sheet.put('A1', 'Territories', 'title');
  sheet.put('A2', 'Account map as of 1 July 2026 · owner: Sales operations · ACV in USD', 'subtitle');
  sheet.putHeader(`A${header}`, columns, 5);
  accounts.forEach(({ id, name, segment, region, owner, quota }, i) => {
    const row = first + i;
    sheet.putRow(`A${row}`, [id, name, segment, region, owner], 'input');
    sheet.put(`F${row}`, quota, 'input', FORMAT.currency);
    sheet.put(`G${row}`, `=${booked}`, 'plain', FORMAT.currency);
    sheet.put(`H${row}`, `=${attainment}`, 'plain', FORMAT.percent);
  });
  sheet.tables.push({
    name: 'Territories',
    ref: `A${header}:H${last}`,
    columns: columns.map((name) => ({ name, formula: name === 'ACV booked' ? booked : name === 'Attainment' ? attainment : null })),
  });
  sheet.validations.push(
    { ref: `C${first}:C${last}`, formula: 'Segments', prompt: 'Segment by employees: SMB to 200, Mid-market to 2,000.' },
    { ref: `D${first}:D${last}`, formula: 'Regions', prompt: 'Where the contract is signed.' },
  );
  sheet.notes.set(`F${header}`, 'Quota is new and expansion ACV for the year, set in January and changed only by the sales leadership.');
  sheet.widths.push(11, 36, 13, 15, 19, 13, 13, 12);
  sheet.frozenAt = `C${first}`;
}
