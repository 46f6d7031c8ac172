import { Notice } from '../../components/Notice.tsx';
import { useStation } from '../../stores/station-store.ts';
import { RESTART_UNTESTED, saveTrouble, stopsRecording } from '../../text/save.ts';

/**
 * Why 保存 is amber, where nobody has to point at a light to learn it; what stops recording stands over every screen, what
 * is to be done before the morning in 考前准备.
 */
export function SaveNotice() {
  const light = useStation((view) => view.status?.lights.save ?? null);
  if (light?.state !== 'attention' || light.code === RESTART_UNTESTED || stopsRecording(light.code)) return null;
  return <Notice tone="late" {...saveTrouble(light.code)} />;
}
