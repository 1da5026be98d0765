import type { PaneEvent } from './PaneEvent';
import type { OfficialChoice, PaneState } from './PaneState';

/** News of catalogs. */
export type CatalogEvent = Extract<PaneEvent, { readonly type: 'published' | 'versionOpened' | 'catalogListed' | 'publishing' }>;

/** Whether an event is news of a catalog. */
export function isOfCatalog(event: PaneEvent): event is CatalogEvent {
  return event.type === 'published' || event.type === 'versionOpened' || event.type === 'catalogListed' || event.type === 'publishing';
}

/** The state after news of a catalog; news of another model than the one in use changes nothing. */
export function reduceCatalog(state: PaneState, event: CatalogEvent): PaneState {
  const { official, published } = state;
  switch (event.type) {
    case 'catalogListed':
      return { ...state, listing: event.listing };
    case 'publishing':
      return { ...state, publishing: event.publishing };
    case 'published': {
      const { address, news } = event;
      if (official?.place.kind !== 'catalog' || official.place.name !== address || official.place.model !== news.model.id) return state;
      return { ...state, official: { ...official, title: news.model.title }, published: { ...news, opened: published?.opened ?? null } };
    }
    case 'versionOpened': {
      if (official?.key !== event.key || published === null) return state;
      const { opened } = event;
      const { version, at } = opened.version;
      return { ...state, official: { ...official, version, publishedAt: at }, published: { ...published, opened } };
    }
  }
}

/** Whether two choices are one model of one catalog, in whatever version. */
export function isSameModel(one: OfficialChoice | null, other: OfficialChoice): boolean {
  if (one?.place.kind !== 'catalog' || other.place.kind !== 'catalog') return false;
  return one.place.name === other.place.name && one.place.model === other.place.model;
}
