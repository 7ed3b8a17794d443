import { CircleAlert } from 'lucide-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRoomCode } from '../../../signaling/room-code.ts';
import { cleanDisplayName, DISPLAY_NAME_LENGTH } from '../../connection/greeting.ts';
import { useAnnouncement } from '../announcements.tsx';
import { TextField } from '../home/text-field.tsx';
import type { Journey } from '../journey.ts';
import { PageFrame } from '../page-frame.tsx';
import { ScreenHeading } from '../screen-heading.tsx';
import { useSettings } from '../settings/settings-context.tsx';
import type { Invited, InvitedState, LinkProblem } from './invited.ts';

type Props = {
  readonly link: Exclude<InvitedState, { name: 'none' }>;
  readonly invited: Invited;
  readonly journey: Journey;
};

/** What a link that opened the app asks for. Nothing is sent to anybody before “Join”. */
export function InvitedScreen({ link, invited, journey }: Props) {
  return (
    <PageFrame>
      {link.name === 'refused' ? (
        <RefusedLink problem={link.problem} invited={invited} />
      ) : (
        <InviteForm link={link} invited={invited} journey={journey} />
      )}
    </PageFrame>
  );
}

type FormProps = Omit<Props, 'link'> & {
  readonly link: Extract<InvitedState, { name: 'invited' }>;
};

function InviteForm({ link, invited, journey }: FormProps) {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = cleanDisplayName(String(new FormData(event.currentTarget).get('name')));
    change({ name });
    invited.dismiss();
    journey.joinText(`${link.origin}/j#${link.code}`, name || t('app.defaultName'));
  };
  return (
    <form className="card invited" noValidate onSubmit={submit}>
      <ScreenHeading screen={`${link.origin} ${link.code}`}>{t('invited.heading')}</ScreenHeading>
      <p>{t('invited.text')}</p>
      <dl className="invited-facts">
        <div>
          <dt>{t('invited.server')}</dt>
          <dd data-testid="invited-server">{link.origin}</dd>
        </div>
        <div>
          <dt>{t('invited.code')}</dt>
          <dd data-testid="invited-code">{formatRoomCode(link.code)}</dd>
        </div>
      </dl>
      <TextField
        name="name"
        label={t('home.nameField')}
        hint={t('home.nameHint')}
        initialValue={settings.name}
        maxLength={DISPLAY_NAME_LENGTH}
      />
      <div className="invited-actions">
        <button type="button" className="button" onClick={invited.dismiss}>
          {t('invited.notNow')}
        </button>
        <button type="submit" className="button button-primary">
          {t('home.join')}
        </button>
      </div>
    </form>
  );
}

type RefusedProps = { readonly problem: LinkProblem; readonly invited: Invited };

function RefusedLink({ problem, invited }: RefusedProps) {
  const { t } = useTranslation();
  useAnnouncement(t(`invited.problem.${problem}`));
  return (
    <section className="card ended">
      <CircleAlert className="ended-icon ended-icon-trouble" aria-hidden="true" />
      <ScreenHeading screen={problem}>{t('invited.refused')}</ScreenHeading>
      <p>{t(`invited.problem.${problem}`)}</p>
      <button type="button" className="button button-primary" onClick={invited.dismiss}>
        {t('next.home')}
      </button>
    </section>
  );
}
