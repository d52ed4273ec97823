import { useEffect } from 'react'
import { followDoctor, useDoctor } from '../desk/doctor-store'
import { useSession } from '../desk/session-store'
import { AccountsPanel } from '../features/accounts/accounts-panel'
import { ChatRuleSelect, ReadingRules } from '../features/accounts/reading-rules'
import { DoctorPage } from '../features/doctor/doctor-page'
import { EvidencePage } from '../features/evidence/evidence-page'
import { IntakePage } from '../features/intake/intake-page'
import type { SettingSection } from '../features/settings/setting-row'
import { SettingsPage } from '../features/settings/settings-page'

/** The settings, with the parts that other features bring. */
export function SettingsPlace() {
  const ill = useDoctor(
    ({ doctor }) => doctor?.findings.filter(({ state }) => state === 'bad' || state === 'warn').length ?? 0,
  )
  useEffect(followDoctor, [])
  return (
    <SettingsPage
      accounts={useAccountSection()}
      intake={{
        id: 'intake',
        title: 'Intake',
        row: 'Questions and acknowledgement',
        hint: 'What the bot asks a customer before a ticket begins, and what they are told when it does.',
        words: 'intake form questions bot buttons acknowledge welcome category urgency contact language',
        content: <IntakePage />,
      }}
      diagnostics={[
        {
          id: 'evidence',
          title: 'Evidence',
          hint: 'What came and went between Telegram and the tickets, counted, and whether anything is missing.',
          words: 'diagnostics lost duplicate gap recovered reconcile last heard wake sleep',
          content: <EvidencePage />,
        },
        {
          id: 'doctor',
          title: 'Doctor',
          hint: 'What could keep messages from coming in or going out, what it means, and what to do.',
          words: 'diagnostics privacy mode rights topics clock keyring disk flood test check',
          count: ill,
          content: <DoctorPage />,
        },
      ]}
    />
  )
}

function useAccountSection(): SettingSection {
  const session = useSession(({ session }) => session)
  const api = session?.api
  return {
    id: 'account',
    title: 'Accounts',
    rows: [
      {
        id: 'accounts',
        title: 'Telegram accounts',
        words:
          'sign in sign out log out add account session bot user group follow leave private chat role staff',
        hint:
          session?.keyring === 'missing'
            ? 'This computer cannot keep sign-ins safely: they end with the app.'
            : 'They work side by side. Sign-ins are kept in this computer’s keychain.',
        wide: true,
        control: <AccountsPanel />,
      },
      {
        id: 'chat-rule',
        title: 'Private chats that become tickets',
        words: 'rule strangers chosen personal account privacy',
        hint: 'Of personal accounts. A bot’s private chats always do.',
        control: <ChatRuleSelect />,
      },
      {
        id: 'reading',
        title: 'What the desk reads, stores and shows',
        words: 'privacy read private life data',
        wide: true,
        control: <ReadingRules />,
      },
      {
        id: 'api',
        title: 'API id',
        words: 'api hash my.telegram.org',
        hint:
          api?.from === 'environment'
            ? 'Given by the environment.'
            : 'From my.telegram.org, given on the first run.',
        control: <span className="selectable">{api?.id ?? 'None'}</span>,
      },
    ],
  }
}
