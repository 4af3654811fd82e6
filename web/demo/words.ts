/** The demo page in Romanian, by `data-text`. */
export const romanian: Record<string, string> = {
  bikes: "Biciclete",
  workshop: "Atelier",
  visit: "Vizitați-ne",
  title: "Pregătite pentru frunze ude.",
  lead: "Biciclete de oraș, reparate în două zile lucrătoare. Revizia completă înainte de iarnă: 280 de lei.",
  book: "Programați o revizie",
  foxglove: "Opt viteze, apărători, o lumină care nu uită niciodată. 5.900 de lei",
  rowan: "Cadru jos, transmisie cu curea, tăcută ca zăpada. 6.900 de lei",
  thistle: "Pentru copii de la 110 cm în sus, și crește odată cu ei. 2.100 lei",
  repair: "Cele mai multe reparații durează două zile lucrătoare. Penele se repară pe loc.",
  hours:
    "Strada Morii nr. 12, în curtea din spatele brutăriei. De luni până vineri 9–18, sâmbăta 10–14.",
  foot: "Un magazin demonstrativ: nimic nu este de vânzare, conversația este reală.",
};
