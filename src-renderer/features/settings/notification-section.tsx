import { useState } from 'react'
import type { Settings } from '../../../src-preload/contract/settings'
import type { NativeNotifications } from '../../../src-preload/contract/status'
import { ask } from '../../desk/ask'
import { changeSettings, useSettings } from '../../desk/settings-store'
import { useStatus } from '../../desk/status-store'
import { toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { Switch } from '../../ui/switch'
import type { SettingRow, SettingSection } from './setting-row'

type Kind = keyof Settings['notifications']

const kinds: readonly { readonly kind: Kind; readonly title: string; readonly hint: string }[] = [
  { kind: 'newTicket', title: 'New ticket', hint: 'A customer opened a topic.' },
  { kind: 'customerWrote', title: 'Customer wrote', hint: 'On a ticket that is yours.' },
  { kind: 'atRisk', title: 'At risk', hint: 'A promise is close to being broken.' },
  { kind: 'breached', title: 'Overdue', hint: 'A promise was broken.' },
  { kind: 'showText', title: 'Show message text', hint: 'Off: notifications say who wrote, not what.' },
  { kind: 'doNotDisturb', title: 'Do not disturb', hint: 'Silences all but overdue.' },
]

/** What the system announces, and whether it can. */
export function useNotificationSection(): SettingSection {
  const { notifications } = useSettings(({ settings }) => settings)
  const rows = kinds.map(
    ({ kind, title, hint }): SettingRow => ({
      id: kind,
      title,
      hint,
      control: (
        <Switch
          label={title}
          on={notifications[kind]}
          onChange={(on) => void changeSettings({ notifications: { [kind]: on } })}
        />
      ),
    }),
  )
  const test: SettingRow = {
    id: 'native',
    title: 'System notifications',
    words: 'native test desktop',
    hint: <NativeLine />,
    control: <SendTest />,
  }
  return { id: 'notifications', title: 'Notifications', rows: [...rows, test] }
}

/** How the system's notifications do, in one sentence. */
export function nativeWords(state: NativeNotifications): string {
  switch (state.kind) {
    case 'working':
      return 'The system shows them.'
    case 'untested':
      return 'Not tried on this computer yet.'
    case 'absent':
      return `This system has none: ${ended(state.why)} They appear inside the window instead.`
    case 'failing':
      return `The system refuses them: ${ended(state.why)} They appear inside the window instead.`
  }
}

const ended = (why: string) => (/[.!?]$/.test(why) ? why : `${why}.`)

function NativeLine() {
  const state = useStatus(({ status }) => status?.notifications)
  return <>{state ? nativeWords(state) : ''}</>
}

function SendTest() {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  function send() {
    setBusy(true)
    setSaid(null)
    ask(window.desk.settings.testNotification())
      .then((state) => setSaid(state.kind === 'working' ? 'Shown by the system' : 'Not shown'), toastFailure)
      .finally(() => setBusy(false))
  }
  return (
    <span className="setting-account">
      <span className="muted" role="status">
        {said}
      </span>
      <Button disabled={busy} onClick={send}>
        Send test
      </Button>
    </span>
  )
}
