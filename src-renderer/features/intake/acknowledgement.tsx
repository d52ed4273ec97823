import './own-words.css'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import {
  acknowledgementPlaceholders,
  type IntakeWay,
  phraseLanguages,
} from '../../../src-preload/contract/intake-lists'
import { languageName, offeredLanguages } from '../../desk/language-words'
import { changeSettings, useSettings } from '../../desk/settings-store'
import { Combobox } from '../../ui/combobox'
import { Switch } from '../../ui/switch'
import { OwnWords } from './own-words'

const ways: readonly { readonly way: IntakeWay; readonly title: string; readonly hint: string }[] = [
  {
    way: 'bot',
    title: 'In a private chat with the bot',
    hint: 'After the last question, or at once without a form.',
  },
  { way: 'topic', title: 'In a topic of a group', hint: 'In the topic that the customer opened.' },
  {
    way: 'privateChat',
    title: 'In a private chat of a personal account',
    hint: 'It is written in that person’s name.',
  },
]

/** Where a new ticket is acknowledged, and in whose words (R34). */
export function Acknowledgement() {
  const { acknowledge, acknowledgement } = useSettings(({ settings }) => settings.intake)
  /** Languages that were added and have no words yet. */
  const [added, setAdded] = useState<readonly string[]>([])
  const own = [...new Set([...Object.keys(acknowledgement), ...added])].sort((one, other) =>
    languageName(one).localeCompare(languageName(other)),
  )
  const builtIn = phraseLanguages.filter((tag) => !own.includes(tag)).map(languageName)
  return (
    <section aria-label="Acknowledgement" className="acknowledgement">
      <header className="intake-head">
        <div>
          <h3>Acknowledgement</h3>
          <p>
            Told once for each new ticket: its code, and when to expect a reply by its priority. Never for a
            burst of messages.
          </p>
        </div>
      </header>
      <div className="intake-ways">
        {ways.map(({ way, title, hint }) => (
          <div key={way} className="intake-way">
            <div>
              <h4>{title}</h4>
              <p>{hint}</p>
            </div>
            <Switch
              label={`Acknowledge ${title.charAt(0).toLowerCase()}${title.slice(1)}`}
              on={acknowledge[way]}
              onChange={(on) =>
                void changeSettings({ intake: { acknowledge: { ...acknowledge, [way]: on } } })
              }
            />
          </div>
        ))}
      </div>
      <div className="own-words">
        <h4>Your own words</h4>
        <p className="muted">
          In the customer’s language where you have words for it; else the built-in ones
          {builtIn.length > 4
            ? ` (${builtIn.slice(0, 4).join(', ')} and ${builtIn.length - 4} more)`
            : builtIn.length > 0 && ` (${builtIn.join(', ')})`}
          , else English. Places to fill: {acknowledgementPlaceholders.join(', ')}; the time is “within 2
          hours”, in that language.
        </p>
        {own.map((tag) => (
          <OwnWords
            key={tag}
            tag={tag}
            isNew={added.includes(tag)}
            onGone={() => setAdded((tags) => tags.filter((one) => one !== tag))}
          />
        ))}
        <Combobox
          label="Add a language"
          search="Search languages"
          empty="No language by that name"
          className="add-language"
          value="add"
          onChange={(tag) => setAdded((tags) => [...tags, tag])}
          options={[
            { value: 'add', label: 'Add a language', icon: <Plus size={14} />, disabled: true },
            ...offeredLanguages
              .filter((tag) => !own.includes(tag))
              .map((tag) => ({ value: tag, label: languageName(tag) })),
          ]}
        />
      </div>
    </section>
  )
}
