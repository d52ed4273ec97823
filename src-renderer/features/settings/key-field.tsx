import { type KeyboardEvent, useState } from 'react'
import { type Action, useActions } from '../../desk/action-store'
import { changeKey, holderOf, isSingle, keyChanges, useKeyChanges, withChange } from '../../desk/key-changes'
import { keyStep } from '../../desk/key-step'
import { Button } from '../../ui/button'
import { Kbd } from '../../ui/kbd'
import { isMac } from '../../ui/key-words'

/** The key of one action: press Change, then the new key. */
export function KeyField({ action }: { readonly action: Action }) {
  const changes = useKeyChanges()
  const [isAsking, setAsking] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  const own = action.keys?.[0] ?? ''

  const hear = (event: KeyboardEvent) => {
    if (!isAsking || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      setAsking(false)
      setWhy(null)
      return
    }
    const key = keyStep(event, isMac())
    if (key === null) return
    const problem = problemOf(key, action)
    setWhy(problem)
    if (problem !== null) return
    setAsking(false)
    void changeKey(action.id, key === own ? null : key)
  }
  return (
    <span className="key-field">
      {why !== null && (
        <span className="key-why" role="alert">
          {why}
        </span>
      )}
      {!isAsking && <Kbd keys={own} />}
      <Button
        size="small"
        look={isAsking ? 'primary' : 'plain'}
        aria-label={`Change the key for ${action.title}`}
        onClick={() => setAsking(!isAsking)}
        onKeyDown={hear}
        onBlur={() => {
          setAsking(false)
          setWhy(null)
        }}
      >
        {isAsking ? 'Press a key' : 'Change'}
      </Button>
      {changes[action.id] !== undefined && !isAsking && (
        <Button
          size="small"
          look="quiet"
          aria-label={`Reset the key for ${action.title}`}
          onClick={() => reset(action, setWhy)}
        >
          Reset
        </Button>
      )}
    </span>
  )
}

const known = () => [...useActions.getState().actions.values()]

function problemOf(key: string, action: Action): string | null {
  if (!isSingle(key)) return 'Choose a letter, a digit or a sign, with Shift if you like.'
  const holder = holderOf(key, action, known(), keyChanges())
  if (holder === null) return null
  const shown = withChange(holder, keyChanges()).keys?.find((keys) => keys.startsWith(key)) ?? key
  return `${shown.replaceAll('+', ' ')} is taken: ${holder.title}.`
}

/** Its own key may have been given to another meanwhile. */
function reset(action: Action, say: (why: string | null) => void) {
  const problem = problemOf(action.keys?.[0] ?? '', action)
  say(problem)
  if (problem === null) void changeKey(action.id, null)
}
