import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { AlertOffer } from './AlertOffer.tsx';

/** The offer, while it stands. */
export function AlertOfferPane() {
  const { stores, allowAlerts, postponeAlerts } = useServices();
  const isOffered = useStore(stores.alerts, (alerts) => alerts.isOffered);
  return isOffered ? <AlertOffer onAllow={() => void allowAlerts()} onPostpone={postponeAlerts} /> : null;
}
