import { Link, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement } from '../announcements.tsx';
import type { Invited, InvitedState } from './invited.ts';

type Props = {
  readonly link: Exclude<InvitedState, { name: 'none' }>;
  readonly invited: Invited;
};

/** A link came while something goes on: it must not disturb that, and waits. */
export function InviteBanner({ link, invited }: Props) {
  const { t } = useTranslation();
  const text =
    link.name === 'refused'
      ? `${t('invited.refused')}. ${t(`invited.problem.${link.problem}`)}`
      : t('invited.waiting', { server: link.origin });
  useAnnouncement(text);
  return (
    <div className="invite-banner">
      <Link aria-hidden="true" />
      <p>{text}</p>
      <button
        type="button"
        className="button button-icon"
        aria-label={t('invited.dismiss')}
        title={t('invited.dismiss')}
        onClick={invited.dismiss}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}
