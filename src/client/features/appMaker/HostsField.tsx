import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkHost } from '#domain/checkHost.ts';
import { makerLimits } from '#domain/manifestForms.ts';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export type HostsFieldProps = {
  label: string;
  hint: string;
  hosts: readonly string[];
  /** the list as a whole is wrong */
  isWrong?: boolean;
  onChange: (hosts: readonly string[]) => void;
};

/** A list of host names. Several can be pasted at once; each is checked before it is on the list. */
export function HostsField({ label, hint, hosts, isWrong = false, onChange }: HostsFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<'form' | 'many'>();
  const words = text.split(/[\s,]+/).filter(Boolean);
  const add = () => {
    if (words.length === 0) return;
    const checked = words.map(checkHost);
    const next = [...new Set([...hosts, ...checked.map(({ host }) => host)])];
    const wrong = checked.some(({ isRight }) => !isRight) ? 'form' : undefined;
    const found = wrong ?? (next.length > makerLimits.hosts ? 'many' : undefined);
    setProblem(found);
    if (found) return;
    onChange(next);
    setText('');
  };
  const shown = problem ?? (isWrong ? 'many' : undefined);
  return (
    <div className="grid gap-2">
      <TextField
        label={label}
        hint={hint}
        value={text}
        onChange={(next) => {
          setText(next);
          setProblem(undefined);
        }}
        onBlur={add}
        onKeyDown={(event) => {
          // Enter adds the host here; it must not send the form.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="api.example.com"
        end={
          <Button kind="ghost" size="small" label={`${t('makers.edit.addHost')} · ${label}`} onClick={add}>
            {t('makers.edit.addHost')}
          </Button>
        }
        {...(shown ? { error: t(`makers.problem.host.${shown}`, { count: makerLimits.hosts }) } : {})}
      />
      {hosts.length > 0 && (
        <ul aria-label={`${t('makers.edit.hosts')} · ${label}`} className="flex flex-wrap gap-1.5">
          {hosts.map((host) => (
            <li key={host} className="flex min-h-8 max-w-full items-center rounded-full bg-hover ps-3 text-13 text-ink">
              <bdi dir="ltr" className="min-w-0 truncate">
                {host}
              </bdi>
              <button
                type="button"
                aria-label={t('makers.edit.removeHost', { host })}
                onClick={() => onChange(hosts.filter((one) => one !== host))}
                className="hit-44 grid size-8 flex-none place-items-center rounded-full text-ink-soft hover:bg-hover"
              >
                <Icon icon={X} size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
