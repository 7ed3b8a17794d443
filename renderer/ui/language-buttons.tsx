import { type Language, languageNames, languages } from '../i18n/language.ts';

type Props = {
  readonly language: string | undefined;
  readonly onChoose: (language: Language) => void;
};

export function LanguageButtons({ language, onChoose }: Props) {
  return (
    <div className="language-buttons">
      {languages.map((choice) => (
        <button
          key={choice}
          type="button"
          lang={choice}
          aria-pressed={choice === language}
          onClick={() => onChoose(choice)}
        >
          {languageNames[choice]}
        </button>
      ))}
    </div>
  );
}
