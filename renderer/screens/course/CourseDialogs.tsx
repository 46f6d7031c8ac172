import { useFunctionKey } from '../../components/use-function-key.ts';
import { useActing } from '../../stores/acting-store.ts';
import { AdjustDialog } from './AdjustDialog.tsx';
import { openAdjust, useCourseDialog } from './course-dialog.ts';
import { useCourseSpot } from './course-spot.ts';
import { LateStartDialog } from './LateStartDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** The dialogs about the minutes, over whichever screen is open; F10 from anywhere: the lights may go out at any desk. */
export function CourseDialogs() {
  const spot = useCourseSpot();
  const { request, close } = useCourseDialog();
  const isActing = useActing((store) => store.actor !== null);
  useFunctionKey('F10', spot !== null && isActing ? openAdjust : null);
  if (spot === null || request === null) return null;
  switch (request.kind) {
    case 'adjust':
      return <AdjustDialog spot={spot} request={request} onClose={close} />;
    case 'withdraw':
      return <WithdrawDialog spot={spot} paper={request.paper} target={request.target} onClose={close} />;
    case 'late-start':
      return (
        <LateStartDialog
          spot={spot}
          paper={request.paper}
          onGo={() => {
            request.answer(true);
            close();
          }}
          onClose={close}
        />
      );
  }
}
