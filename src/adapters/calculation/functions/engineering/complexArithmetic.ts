import type { Complex } from './Complex';

/** The product of two complex numbers. */
export function multiply(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re, unit: a.unit ?? b.unit };
}

/** The quotient of two complex numbers, after Smith 1962, "Algorithm 116: Complex division", which does not overflow early. */
export function divide(a: Complex, b: Complex): Complex {
  const unit = a.unit ?? b.unit;
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const size = b.re + b.im * ratio;
    return { re: (a.re + a.im * ratio) / size, im: (a.im - a.re * ratio) / size, unit };
  }
  const ratio = b.re / b.im;
  const size = b.re * ratio + b.im;
  return { re: (a.re * ratio + a.im) / size, im: (a.im * ratio - a.re) / size, unit };
}

/** The complex number of this size and direction. */
export function polar(size: number, angle: number, unit: Complex['unit']): Complex {
  return { re: size * Math.cos(angle), im: size * Math.sin(angle), unit };
}

/** The sine of a complex number. */
export function sine({ re, im, unit }: Complex): Complex {
  return { re: Math.sin(re) * Math.cosh(im), im: Math.cos(re) * Math.sinh(im), unit };
}

/** The cosine of a complex number. */
export function cosine({ re, im, unit }: Complex): Complex {
  return { re: Math.cos(re) * Math.cosh(im), im: -Math.sin(re) * Math.sinh(im), unit };
}

/** The hyperbolic sine of a complex number. */
export function hyperbolicSine({ re, im, unit }: Complex): Complex {
  return { re: Math.sinh(re) * Math.cos(im), im: Math.cosh(re) * Math.sin(im), unit };
}

/** The hyperbolic cosine of a complex number. */
export function hyperbolicCosine({ re, im, unit }: Complex): Complex {
  return { re: Math.cosh(re) * Math.cos(im), im: Math.sinh(re) * Math.sin(im), unit };
}

/** The natural logarithm of a complex number, its imaginary part from -π to π. */
export function logarithm({ re, im, unit }: Complex): Complex {
  return { re: Math.log(Math.hypot(re, im)), im: Math.atan2(im, re), unit };
}
