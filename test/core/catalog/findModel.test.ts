import { findModel, findVersion } from '../../../src/core/catalog/findModel';
import { catalogOf, model, version } from '../../support/catalog';

const revenue = model([version('v14'), version('v13')]);
const costs = model([version('1')], { id: 'costs', title: 'Cost model' });

test('a model is found by id or title, in any case; the only one without', () => {
  expect(findModel(catalogOf(revenue, costs), 'COSTS')).toEqual({ ok: true, value: costs });
  expect(findModel(catalogOf(revenue, costs), 'cost model ')).toEqual({ ok: true, value: costs });
  expect(findModel(catalogOf(revenue), null)).toEqual({ ok: true, value: revenue });
});

test('one that is not there is told with what is', () => {
  expect(findModel(catalogOf(revenue, costs), null)).toMatchObject({
    failure: { message: 'Acme Finance lists several models: say which, revenue (Revenue model FY26), costs (Cost model).' },
  });
  expect(findModel(catalogOf(revenue, costs), 'cost')).toMatchObject({
    failure: { message: 'Acme Finance lists no model cost. It has costs (Cost model).' },
  });
  expect(findModel(catalogOf(), null)).toMatchObject({ failure: { message: 'Acme Finance lists no model yet.' } });
});

test('the current version is the first, an earlier one is found by name', () => {
  expect(findVersion(revenue, null)).toEqual({ ok: true, value: revenue.versions[0] });
  expect(findVersion(revenue, 'V13')).toEqual({ ok: true, value: revenue.versions[1] });
  expect(findVersion(revenue, 'v2')).toMatchObject({
    failure: { code: 'no-version', message: 'Revenue model FY26 has no version v2. It has v14, v13.' },
  });
});
