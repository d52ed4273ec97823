import { changeSettings, useSettings } from '../../desk/settings-store'
import { keyCaps } from '../../ui/key-words'
import { Select } from '../../ui/select'
import type { SettingSection } from './setting-row'

const holds = [0, 2000, 3000, 5000, 10_000]

/** Which key sends, and how long a reply can be taken back. */
export function useSendingSection(): SettingSection {
  const { sendKey, sendHoldMs } = useSettings(({ settings }) => settings)
  const mod = keyCaps('Mod').join('')
  const offered = [...new Set([...holds, sendHoldMs])].sort((one, other) => one - other)
  return {
    id: 'sending',
    title: 'Sending',
    rows: [
      {
        id: 'send-key',
        title: 'Send with',
        words: 'enter ctrl shortcut',
        hint: `The other way round, ${sendKey === 'enter' ? `${mod} Enter` : 'Enter'} makes a new line.`,
        control: (
          <Select
            label="Send with"
            options={[
              { value: 'ctrl-enter', label: `${mod} Enter` },
              { value: 'enter', label: 'Enter' },
            ]}
            value={sendKey}
            onChange={(next) => void changeSettings({ sendKey: next })}
          />
        ),
      },
      {
        id: 'hold',
        title: 'Hold a reply back for',
        words: 'undo send delay',
        hint: 'Until then it can be taken back with Undo.',
        control: (
          <Select
            label="Hold a reply back for"
            options={offered.map((ms) => ({
              value: String(ms),
              label: ms === 0 ? 'Not at all' : `${ms / 1000} seconds`,
            }))}
            value={String(sendHoldMs)}
            onChange={(ms) => void changeSettings({ sendHoldMs: Number(ms) })}
          />
        ),
      },
    ],
  }
}
