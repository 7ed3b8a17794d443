import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnIceServer } from '../../../preload/settings.ts';
import { SETTINGS_LIMITS } from '../../../preload/settings-schema.ts';
import { OwnServerForm } from './own-server-form.tsx';

type Props = {
  readonly servers: readonly OwnIceServer[];
  readonly onChange: (servers: readonly OwnIceServer[]) => void;
};
/** An address that is being edited, or a new server. */
type Editing = { readonly url: string | null };

const NO_SERVER: OwnIceServer = { url: '', username: '', credential: '' };

/** Servers of this person's own, beside those the signaling service names. */
export function OwnServers({ servers, onChange }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Editing | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const edited = servers.find(({ url }) => url === editing?.url);
  // What has just gone or been done had the focus.
  const finish = (changed?: readonly OwnIceServer[]) => {
    if (changed) onChange(changed);
    setEditing(null);
    heading.current?.focus();
  };
  const take = (server: OwnIceServer) => {
    if (!edited) return finish([...servers, server]);
    finish(servers.map((other) => (other === edited ? server : other)));
  };
  const form = (
    <OwnServerForm
      key={editing?.url}
      server={edited ?? NO_SERVER}
      others={servers.filter((other) => other !== edited)}
      onTake={take}
      onCancel={() => finish()}
    />
  );

  return (
    <div className="own-servers">
      <h4 ref={heading} tabIndex={-1}>
        {t('preferences.ice.heading')}
      </h4>
      <p className="field-hint">{t('preferences.ice.hint')}</p>
      {servers.length > 0 && (
        <ul>
          {servers.map((server) =>
            server === edited ? (
              <li key={server.url}>{form}</li>
            ) : (
              <li key={server.url} className="own-server">
                <span className="own-server-name">
                  <bdi>{server.url}</bdi>
                  {server.username !== '' && (
                    <span className="field-hint">
                      {t('preferences.ice.as', { name: server.username })}
                    </span>
                  )}
                </span>
                <button
                  type="button"
                  className="button button-icon"
                  aria-label={t('preferences.ice.edit', { server: server.url })}
                  onClick={() => setEditing({ url: server.url })}
                >
                  <Pencil aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className="button button-icon"
                  aria-label={t('preferences.ice.remove', { server: server.url })}
                  onClick={() => finish(servers.filter((other) => other !== server))}
                >
                  <Trash2 aria-hidden="true" />
                </button>
              </li>
            ),
          )}
        </ul>
      )}
      {editing && !edited && form}
      {!editing && servers.length < SETTINGS_LIMITS.iceServers && (
        <button type="button" className="button" onClick={() => setEditing({ url: null })}>
          <Plus aria-hidden="true" />
          {t('preferences.ice.add')}
        </button>
      )}
    </div>
  );
}
