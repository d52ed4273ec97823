import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { acknowledgementPlaceholders, phraseLanguages } from '../../../src-preload/contract/intake-lists'
import { ask, failureOf } from '../../desk/ask'
import { languageName } from '../../desk/language-words'
import { keepSettings, useSettings } from '../../desk/settings-store'
import { toast, toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { TextArea } from '../../ui/text-area'
import { FieldError } from '../../ui/text-field'
import { useDraft } from '../../ui/use-draft'
import { sampleWords } from './acknowledgement-words'

const baseOf = (tag: string) => tag.split('-')[0] ?? tag

/** The language the bot says spans of time in, to a customer with this one. */
function timeLanguage(tag: string): string {
  const known = phraseLanguages.find((language) => language === baseOf(tag))
  return languageName(known ?? 'en')
}

interface OwnWordsProps {
  readonly tag: string
  /** It was just added: the cursor goes there. */
  readonly isNew: boolean
  readonly onGone: () => void
}

/** The team's words in one language. They save on leaving, and show what a customer would read. */
export function OwnWords({ tag, isNew, onGone }: OwnWordsProps) {
  const { intake, promises } = useSettings(({ settings }) => settings)
  const kept = intake.acknowledgement[tag]
  const { draft, write, drop, settle, keep } = useDraft(save)
  const [wrong, setWrong] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const words = draft ?? kept ?? ''
  const name = languageName(tag)
  const isForeign = baseOf(tag) !== 'en'

  function save(text: string) {
    if (text.trim() === '' || text === kept) return
    const { acknowledgement } = useSettings.getState().settings.intake
    ask(
      window.desk.settings.change({ intake: { acknowledgement: { ...acknowledgement, [tag]: text } } }),
    ).then(
      (settings) => {
        keepSettings(settings)
        settle(text)
        setWrong(null)
      },
      (thrown: unknown) => setWrong(failureOf(thrown).message),
    )
  }

  function put(all: Readonly<Record<string, string>>) {
    ask(window.desk.settings.change({ intake: { acknowledgement: { ...all } } })).then(
      keepSettings,
      toastFailure,
    )
  }

  function remove() {
    drop()
    onGone()
    if (kept === undefined) return
    const before = useSettings.getState().settings.intake.acknowledgement
    put(Object.fromEntries(Object.entries(before).filter(([key]) => key !== tag)))
    toast({
      tone: 'good',
      text: `Your words in ${name} are gone`,
      action: {
        label: 'Undo',
        run: () => put({ ...useSettings.getState().settings.intake.acknowledgement, [tag]: kept }),
      },
    })
  }

  function insert(place: string) {
    const area = field.current
    const [from, to] = [area?.selectionStart ?? words.length, area?.selectionEnd ?? words.length]
    write(words.slice(0, from) + place + words.slice(to))
    area?.focus()
    requestAnimationFrame(() => area?.setSelectionRange(from + place.length, from + place.length))
  }

  return (
    <div className="own">
      <header>
        <h5>{name}</h5>
        {acknowledgementPlaceholders.map((place) => (
          <Button
            key={place}
            look="quiet"
            size="small"
            aria-label={`Insert ${place} in ${name}`}
            // The words keep the focus, and with it their cursor.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => insert(place)}
          >
            {place}
          </Button>
        ))}
        <IconButton label={`Delete the words in ${name}`} icon={<X size={14} />} onClick={remove} />
      </header>
      <div className="own-field">
        <TextArea
          ref={field}
          label={`Acknowledgement in ${name}`}
          dir="auto"
          autoFocus={isNew}
          minRows={2}
          maxRows={8}
          maxLength={1000}
          placeholder={`What a customer reads in ${name}`}
          value={words}
          onChange={(event) => {
            write(event.target.value)
            setWrong(null)
          }}
          onBlur={keep}
        />
      </div>
      {wrong && <FieldError>{wrong}</FieldError>}
      {words.trim() !== '' && (
        <p className="own-sample">
          <bdi>{sampleWords(words, { firstReplyMs: promises.medium.firstReplyMs, isForeign })}</bdi>
          {isForeign && words.includes('{time}') && (
            <span className="own-time">The time stands there in {timeLanguage(tag)}.</span>
          )}
          {!words.includes('{code}') && (
            <span className="own-warning">Without {'{code}'} customers cannot name their ticket.</span>
          )}
        </p>
      )}
    </div>
  )
}
