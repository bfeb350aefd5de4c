import type { ReactNode } from 'react';
import type { Scale } from '#domain/rubrics/scale.ts';
import { ChatForm } from './chat-form.tsx';
import { ChoiceForm, ChoicesForm } from './choice-form.tsx';
import { ClaimsForm } from './claims-form.tsx';
import { MarksForm } from './marks-form.tsx';
import { NumberForm, SliderForm, TextForm } from './number-form.tsx';
import { PreferenceForm } from './preference-form.tsx';
import { RankingForm } from './ranking-form.tsx';
import { RatingForm } from './rating-form.tsx';
import { RegionsForm } from './regions-form.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import { ContinuationForm, RunForm, StepLabelForm } from './step-label-form.tsx';
import { WritingForm } from './writing-form.tsx';

/** How a criterion is answered: a form of its own for each kind of scale. */
export function ScaleForm({ scale, ...rest }: ScaleFormProps<Scale>): ReactNode {
  switch (scale.kind) {
    case 'preference':
      return <PreferenceForm scale={scale} {...rest} />;
    case 'ranking':
      return <RankingForm scale={scale} {...rest} />;
    case 'rating':
      return <RatingForm scale={scale} {...rest} />;
    case 'choice':
      return <ChoiceForm scale={scale} {...rest} />;
    case 'choices':
      return <ChoicesForm scale={scale} {...rest} />;
    case 'number':
      return <NumberForm scale={scale} {...rest} />;
    case 'slider':
      return <SliderForm scale={scale} {...rest} />;
    case 'text':
      return <TextForm scale={scale} {...rest} />;
    case 'marks':
      return <MarksForm scale={scale} {...rest} />;
    case 'claims':
      return <ClaimsForm scale={scale} {...rest} />;
    case 'regions':
      return <RegionsForm scale={scale} {...rest} />;
    case 'step_label':
      return <StepLabelForm scale={scale} {...rest} />;
    case 'writing':
      return <WritingForm scale={scale} {...rest} />;
    case 'chat':
      return <ChatForm scale={scale} {...rest} />;
    case 'continuation':
      return <ContinuationForm scale={scale} {...rest} />;
    case 'run':
      return <RunForm scale={scale} {...rest} />;
  }
}
