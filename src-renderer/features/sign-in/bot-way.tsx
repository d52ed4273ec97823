import { Info } from 'lucide-react'
import type { SessionView } from '../../../src-preload/contract/session'
import { Banner } from '../../ui/banner'
import { OneFieldWay } from './one-field-way'

/** Signing in as a bot: the way for a team. */
export function BotWay({ keyring }: { readonly keyring: SessionView['keyring'] }) {
  return (
    <OneFieldWay
      field="token"
      label="Bot token"
      placeholder="123456:ABC-DEF"
      autoComplete="off"
      hint={
        keyring === 'safe'
          ? 'From BotFather. It is kept in this computer’s keychain.'
          : 'From BotFather. It is kept in memory until you quit.'
      }
      does="Connect bot"
      ask={(token) => window.desk.session.connectBot({ token })}
    >
      <Banner tone="info" icon={<Info />}>
        A bot cannot read messages from before it joined, and Telegram does not tell it about deletions.
      </Banner>
    </OneFieldWay>
  )
}
