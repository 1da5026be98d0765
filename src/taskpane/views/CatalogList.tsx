import { Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { CatalogModel } from '../../core/catalog/Catalog';
import type { CatalogListing } from '../state/Published';
import { Library20Regular } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  name: { ...typographyStyles.subtitle2, margin: 0, display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  model: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  button: { marginTop: tokens.spacingVerticalXS },
});

/** The official models that a catalog lists, to pick one; while it is read or cannot be, that. */
export function CatalogList({ listing }: { readonly listing: CatalogListing }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const [now] = useState(pane.now);
  const words = strings.catalog;
  return (
    <section className={styles.view} aria-labelledby="catalog" data-catalog={listing.at}>
      <h2 className={styles.name} id="catalog">
        <Library20Regular aria-hidden />
        {listing.at === 'there' ? listing.catalog.title : listing.at === 'opening' ? words.link : words.heading}
      </h2>
      {(listing.at === 'reading' || listing.at === 'opening') && (
        <>
          <Spinner size="tiny" label={listing.at === 'opening' ? words.opening : words.reading} labelPosition="after" />
          <div>
            <Button onClick={() => pane.catalog.cancel()}>{strings.common.cancel}</Button>
          </div>
        </>
      )}
      {listing.at === 'failed' && (
        <>
          <p className={styles.text} role="alert">
            {listing.message}
          </p>
          <div>
            <Button onClick={() => pane.catalog.list(listing.address)}>{strings.common.tryAgain}</Button>
          </div>
        </>
      )}
      {listing.at === 'there' && (
        <>
          <p className={styles.small} role="status">
            {listing.away ? words.listedAway(listing.askedAt, now) : words.models(listing.catalog.models.length)}
          </p>
          <ul className={styles.list}>
            {listing.catalog.models.map((model) => (
              <Model key={model.id} model={model} now={now} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Model({ model, now }: { readonly model: CatalogModel; readonly now: number }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.catalog;
  const [current] = model.versions;
  return (
    <li className={styles.model}>
      <h3 className={styles.title}>{model.title}</h3>
      {model.purpose !== '' && <p className={styles.text}>{model.purpose}</p>}
      <p className={styles.small}>{[words.owner(model.owner), words.bare(current!.version), words.published(current!, now)].join(' · ')}</p>
      <div className={styles.button}>
        <Button appearance="primary" aria-label={words.useOf(model.title)} onClick={() => pane.catalog.pick(model.id)}>
          {words.use}
        </Button>
      </div>
    </li>
  );
}
