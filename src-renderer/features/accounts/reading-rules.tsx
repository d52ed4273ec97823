import './accounts.css'
import { Ban, Database, Eye, MonitorSmartphone } from 'lucide-react'
import type { ChatRule } from '../../../src-preload/contract/account'
import { changeSettings, useSettings } from '../../desk/settings-store'
import { Select } from '../../ui/select'

const rules: Readonly<Record<ChatRule, string>> = {
  chosen: 'Only chats I choose',
  strangers: 'Also strangers who write first',
}

/** Which private chats of personal accounts become tickets. */
export function ChatRuleSelect() {
  const chatRule = useSettings(({ settings }) => settings.chatRule)
  return (
    <Select
      label="Private chats that become tickets"
      value={chatRule}
      onChange={(next) => void changeSettings({ chatRule: next })}
      options={(['chosen', 'strangers'] as const).map((value) => ({ value, label: rules[value] }))}
    />
  )
}

/** What of Telegram the desk reads, keeps and shows, exactly. */
export function ReadingRules() {
  const isStrangers = useSettings(({ settings }) => settings.chatRule === 'strangers')
  return (
    <dl className="reading">
      <dt>
        <Eye size={15} />
        Read
      </dt>
      <dd>
        All topics of the groups above. All private chats of a bot. Of a personal account: the private chats
        you add, with the 20 messages before
        {isStrangers
          ? ', and those of people outside your contacts who write first, from that message on.'
          : ', and nothing else.'}
      </dd>
      <dt>
        <Database size={15} />
        Stored
      </dt>
      <dd>
        Messages, edits and deletions of those topics and chats, and the names and usernames of who wrote
        them. On this computer only. Files are fetched when you open them.
      </dd>
      <dt>
        <MonitorSmartphone size={15} />
        Shown
      </dt>
      <dd>
        Nothing but what is stored. The list of your private chats is shown only while you choose from it.
      </dd>
      <dt>
        <Ban size={15} />
        Never
      </dt>
      <dd>
        Other private chats, other groups, channels, secret chats, your contacts, and what is older in a
        private chat than the 20 messages before you added it.
      </dd>
    </dl>
  )
}
