import { useRef, useState, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { placeKind } from '#domain/chatTraits.ts';
import { roundPlace } from '#domain/places.ts';
import { useServices } from '#client/context.ts';
import type { AttachViewProps } from '../attach/attachActions.ts';
import { PlaceDialog, type Finding } from './PlaceDialog.tsx';

/** No device is less exact than this and still says something, metres. */
const exactMax = 100_000;

/** Finds where the device is, once, and sends it like any message, also without a network. */
export function PlacePane({ c, onClose }: AttachViewProps) {
  const { t } = useTranslation();
  const { commands, locate } = useServices();
  const [finding, setFinding] = useState<Finding>({ at: 'start' });
  const [name, setName] = useState('');
  const [isRefused, setRefused] = useState(false);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const find = async (): Promise<void> => {
    setFinding({ at: 'finding' });
    const found = await locate();
    if (!isOpen.current) return;
    setFinding('problem' in found ? { at: 'problem', why: found.problem } : { at: 'found', ...found });
  };
  const send = async (): Promise<void> => {
    if (finding.at !== 'found') return;
    setRefused(false);
    const x = name.trim();
    const ac = Math.min(exactMax, Math.round(finding.ac));
    try {
      await commands.sendMessage({ c, k: placeKind, b: { ...roundPlace(finding), ac, ...(x === '' ? {} : { x }) } });
      onClose();
    } catch {
      // The device could not keep it.
      setRefused(true);
    }
  };
  return (
    <PlaceDialog
      finding={finding}
      name={name}
      onName={setName}
      problem={isRefused ? t('composer.notStored') : undefined}
      onFind={() => void find()}
      onSend={() => void send()}
      onClose={onClose}
    />
  );
}
