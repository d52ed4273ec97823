import { ArrowUp, Plus, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { changeSettings, useSettings } from '../../desk/settings-store'
import { toast } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { TextField } from '../../ui/text-field'
import { useDraft } from '../../ui/use-draft'
import { useHandedFocus } from '../../ui/use-handed-focus'
import type { SettingSection } from './setting-row'

const most = 20

/** What customers can be to the team. */
export function useTierSection(): SettingSection {
  return {
    id: 'customers',
    title: 'Customers',
    rows: [
      {
        id: 'tiers',
        title: 'Tiers',
        words: 'vip premium standard segment customer contact badge',
        hint: 'The most important first: its customers have a badge in the queue. Choose a customer’s tier beside their ticket.',
        wide: true,
        control: <TierList />,
      },
    ],
  }
}

const change = (tiers: readonly string[]) => changeSettings({ tiers: [...tiers] })

/** Puts a deleted tier where it was; what was changed of the others since stays. */
function bringBack(tier: string, at: number) {
  const now = useSettings.getState().settings.tiers
  if (!now.includes(tier)) void change([...now.slice(0, at), tier, ...now.slice(at)])
}

/** The tiers in order, each to be renamed, moved up or deleted. */
function TierList() {
  const tiers = useSettings(({ settings }) => settings.tiers)
  const [added, setAdded] = useState('')

  function add() {
    const name = added.trim()
    if (name === '') return
    setAdded('')
    if (!tiers.includes(name)) void change([...tiers, name])
  }

  function remove(tier: string) {
    const at = tiers.indexOf(tier)
    void change(tiers.filter((one) => one !== tier))
    toast({
      tone: 'good',
      text: `Tier “${tier}” deleted`,
      action: { label: 'Undo', run: () => bringBack(tier, at) },
    })
  }

  return (
    <div className="tiers">
      <ol aria-label="Tiers">
        {tiers.map((tier, at) => (
          <li key={tier} className="tier">
            <TierName tier={tier} at={at} />
            <MoveUp tiers={tiers} tier={tier} at={at} />
            <IconButton label={`Delete ${tier}`} icon={<X size={14} />} onClick={() => remove(tier)} />
          </li>
        ))}
      </ol>
      <form
        className="tier"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextField
          label="New tier"
          hideLabel
          maxLength={40}
          disabled={tiers.length >= most}
          placeholder={tiers.length >= most ? 'Twenty tiers are the most' : 'New tier'}
          value={added}
          onChange={(event) => setAdded(event.target.value)}
        />
        <Button type="submit" icon={<Plus size={14} />} disabled={added.trim() === ''}>
          Add
        </Button>
      </form>
    </div>
  )
}

interface TierProps {
  readonly tiers: readonly string[]
  readonly tier: string
  readonly at: number
}

function MoveUp({ tiers, tier, at }: TierProps) {
  const button = useRef<HTMLButtonElement>(null)
  // Whoever leaves a name that they changed comes here, as it becomes another element.
  useHandedFocus(`move tier ${at}`, button)
  return (
    <IconButton
      ref={button}
      label={`Move ${tier} up`}
      icon={<ArrowUp size={14} />}
      disabled={at === 0}
      onClick={() =>
        void change([...tiers.slice(0, at - 1), tier, ...tiers.slice(at - 1).filter((one) => one !== tier)])
      }
    />
  )
}

/** A tier's name. Saves on Enter or on leaving; a name that is there already, or none, changes nothing. */
function TierName({ tier, at }: Omit<TierProps, 'tiers'>) {
  const field = useRef<HTMLInputElement>(null)
  // Under its new name it is another element.
  useHandedFocus(`tier ${at}`, field)
  const { draft, write, drop, keep } = useDraft((text) => {
    const name = text.trim()
    drop()
    const now = useSettings.getState().settings.tiers
    if (name !== '' && now.includes(tier) && !now.includes(name))
      void change(now.map((one) => (one === tier ? name : one)))
  })
  return (
    <TextField
      ref={field}
      label={`Tier ${tier}`}
      hideLabel
      maxLength={40}
      value={draft ?? tier}
      onChange={(event) => write(event.target.value)}
      // Once the focus has come to where it goes: that may become another element by this.
      onBlur={() => setTimeout(keep)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key !== 'Escape' || draft === null) return
        event.stopPropagation()
        drop()
      }}
    />
  )
}
